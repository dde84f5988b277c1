package org.millrace.deploy.house;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.millrace.deploy.house.SourceTree.SourceFile;

/** Where things stand and what they are called. */
final class NameRules {

  private static final Pattern TECHNICAL_PACKAGE =
      Pattern.compile(
          "/(controller|repository|dto|model|impl|utils?|common|helpers?|manager|services)(/|$)");
  private static final Pattern TECHNICAL_TYPE =
      Pattern.compile("\\w+(Utils?|Helper|Manager|Impl|DTO|Dto)\\.java");
  private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b(?! #\\d)");
  private static final Pattern OWN_GETTER =
      Pattern.compile("^\\s*public [\\w<>., ]+ get[A-Z]\\w*\\(\\)");
  private static final Set<String> TOP_LEVEL =
      Set.of(
          ".ci",
          ".editorconfig",
          ".gitattributes",
          ".gitignore",
          ".mvn",
          "LICENSE",
          "NOTICE",
          "README.md",
          "README.zh.md");
  private static final Set<String> ROOMS =
      Set.of(
          "mvnw",
          "mvnw.cmd",
          "pom.xml",
          "millrace",
          "docs",
          "deploy",
          "benchmarks",
          "ingestion",
          "warehouse",
          "transactional",
          "analytics",
          "dashboards",
          "notebooks");
  private static final Set<String> DOMAINS =
      Set.of(
          "party",
          "item",
          "stock",
          "tax",
          "currency",
          "settlement",
          "credit",
          "cash",
          "price",
          "dimension",
          "sales",
          "purchasing",
          "sourcing",
          "production",
          "service",
          "asset",
          "bank",
          "crm",
          "ledger",
          "budget",
          "approval",
          "quality",
          "planning",
          "paper",
          "demand",
          "company",
          "event");

  private NameRules() {}

  /** A term has one row in the glossary. */
  static List<String> doubleTerms(SourceTree tree) {
    Set<String> seen = new HashSet<>();
    return tree.files().stream()
        .filter(file -> file.path().equals("docs/glossary.md"))
        .flatMap(file -> file.lines().stream())
        .filter(line -> line.startsWith("| ") && !line.startsWith("| term "))
        .map(line -> line.split("\\|")[1].strip().toLowerCase(Locale.ROOT))
        .filter(term -> !seen.add(term))
        .toList();
  }

  static List<String> strayTopLevel(SourceTree tree) {
    return tree.files().stream()
        .map(file -> file.path().split("/")[0])
        .distinct()
        .filter(name -> !TOP_LEVEL.contains(name) && !ROOMS.contains(name))
        .toList();
  }

  static List<String> technicalPackages(SourceTree tree) {
    return tree.java()
        .map(SourceFile::folder)
        .distinct()
        .filter(folder -> !folder.contains("/src/test/java/example/")) // counter-examples
        .filter(folder -> TECHNICAL_PACKAGE.matcher(folder).find() || isAlienService(folder))
        .toList();
  }

  // "service" is a business word here, right under org.millrace or as a board's folder only.
  private static boolean isAlienService(String folder) {
    return folder.contains("/service")
        && !folder.matches(".*/org/millrace/service(/.*)?")
        && folder.matches(".*/service(/.*)?");
  }

  static List<String> technicalTypes(SourceTree tree) {
    return tree.java()
        .map(SourceFile::path)
        .filter(path -> TECHNICAL_TYPE.matcher(path).find())
        .toList();
  }

  static List<String> packagesWithoutInfo(SourceTree tree) {
    Set<String> told =
        tree.java()
            .filter(file -> file.path().endsWith("/package-info.java"))
            .map(SourceFile::folder)
            .collect(Collectors.toSet());
    return tree.java()
        .filter(file -> file.path().contains("/src/main/"))
        .map(SourceFile::folder)
        .distinct()
        .filter(folder -> !told.contains(folder))
        .toList();
  }

  static List<String> unfinishedWords(SourceTree tree) {
    return matching(tree.java(), UNFINISHED);
  }

  static List<String> ownGetters(SourceTree tree) {
    return tree.java()
        .filter(file -> !file.isTest())
        .flatMap(
            file ->
                IntStream.range(0, file.lines().size())
                    .filter(i -> OWN_GETTER.matcher(file.lines().get(i)).find())
                    .filter(i -> i == 0 || !file.lines().get(i - 1).contains("@Override"))
                    .mapToObj(i -> file.path() + ": " + file.lines().get(i).strip()))
        .toList();
  }

  static List<String> sleepingTests(SourceTree tree) {
    return matching(tree.java().filter(SourceFile::isTest), Pattern.compile("Thread\\.sleep\\("));
  }

  static List<String> mocking(SourceTree tree) {
    return matching(
        tree.files().stream().filter(file -> file.path().matches(".*(\\.java|pom\\.xml)")),
        Pattern.compile("org\\.(mockito|easymock|jmockit)|com\\.github\\.tomakehurst"));
  }

  static List<String> unknownDomains(SourceTree tree) {
    return tree.files().stream()
        .map(SourceFile::path)
        .filter(
            path ->
                path.matches(
                    "(transactional/contracts|warehouse/tables|dashboards/(boards|metrics))/.+/.+"))
        .filter(path -> !path.contains("/baseline/"))
        .map(path -> path.replaceFirst("dashboards/(boards|metrics)/", "dashboards-$1/"))
        .map(path -> path.split("/"))
        .map(words -> words[0].startsWith("dashboards-") ? words[1] : words[2])
        .distinct()
        .filter(domain -> !DOMAINS.contains(domain))
        .toList();
  }

  private static List<String> matching(Stream<SourceFile> files, Pattern pattern) {
    return files
        .filter(file -> !file.path().contains("/deploy/house/"))
        .flatMap(
            file ->
                file.lines().stream()
                    .filter(line -> pattern.matcher(line).find())
                    .map(line -> file.path() + ": " + line.strip()))
        .toList();
  }
}
