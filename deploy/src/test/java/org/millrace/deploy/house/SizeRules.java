package org.millrace.deploy.house;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.CallableDeclaration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millrace.deploy.house.SourceTree.SourceFile;

/** Caps on files, lines, methods, parameters and packages. */
final class SizeRules {

  static final int FILE_LINES = 500;
  static final int METHOD_LINES = 70;
  static final int PARAMETERS = 6;
  static final int PACKAGE_FILES = 20;
  static final int COLUMNS = 100;
  static final int LOAD_SQL_LINES = 150;

  private SizeRules() {}

  static List<String> longFiles(SourceTree tree) {
    return tree.files().stream()
        .filter(file -> file.path().matches(".*\\.(java|js|mjs|css|sh|sql)"))
        .filter(file -> file.lines().size() > FILE_LINES)
        .map(file -> file.path() + " has " + file.lines().size() + " lines")
        .toList();
  }

  static List<String> wideLines(SourceTree tree) {
    return tree.java()
        .flatMap(
            file ->
                file.lines().stream()
                    .filter(line -> line.codePointCount(0, line.length()) > COLUMNS)
                    .filter(line -> !line.startsWith("import "))
                    .map(line -> file.path() + ": " + line.strip()))
        .toList();
  }

  static List<String> longLoads(SourceTree tree) {
    return tree.files().stream()
        .filter(file -> file.path().endsWith("/load.sql"))
        .filter(file -> file.lines().size() > LOAD_SQL_LINES)
        .map(SourceFile::path)
        .toList();
  }

  static List<String> crowdedPackages(SourceTree tree) {
    Map<String, Long> counts =
        tree.java()
            .filter(file -> !file.path().endsWith("package-info.java"))
            .collect(Collectors.groupingBy(SourceFile::folder, Collectors.counting()));
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() > PACKAGE_FILES)
        .map(entry -> entry.getKey() + " holds " + entry.getValue() + " files")
        .sorted()
        .toList();
  }

  static List<String> longMethods(SourceTree tree) {
    return methods(tree, method -> lines(method) > METHOD_LINES);
  }

  static List<String> manyParameters(SourceTree tree) {
    return methods(tree, method -> method.getParameters().size() > PARAMETERS);
  }

  static List<String> booleanParameters(SourceTree tree) {
    return methods(
        new SourceTree(tree.java().filter(file -> !file.isTest()).toList()),
        method ->
            !method.isPrivate()
                && method.isMethodDeclaration()
                && !method.getAnnotationByName("Override").isPresent()
                && !method.getNameAsString().startsWith("require") // takes a condition
                && method.getParameters().stream()
                    .anyMatch(parameter -> parameter.getTypeAsString().equals("boolean")));
  }

  private static int lines(CallableDeclaration<?> method) {
    return method.getRange().map(range -> range.end.line - range.begin.line + 1).orElse(0);
  }

  private static List<String> methods(
      SourceTree tree, Predicate<CallableDeclaration<?>> isBreaking) {
    return tree.java()
        .flatMap(file -> callables(file).filter(isBreaking).map(m -> name(file, m)))
        .toList();
  }

  private static String name(SourceFile file, CallableDeclaration<?> method) {
    return file.path() + " " + method.getNameAsString();
  }

  private static Stream<CallableDeclaration<?>> callables(SourceFile file) {
    CompilationUnit unit =
        new JavaParser(
                new ParserConfiguration()
                    .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17))
            .parse(file.text())
            .getResult()
            .orElseThrow(() -> new IllegalStateException("Cannot parse " + file.path()));
    return unit.findAll(CallableDeclaration.class).stream()
        .map(found -> (CallableDeclaration<?>) found);
  }
}
