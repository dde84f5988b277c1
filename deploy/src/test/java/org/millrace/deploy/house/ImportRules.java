package org.millrace.deploy.house;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.millrace.deploy.house.SourceTree.SourceFile;

/** Which module may import which: the table in docs/architecture.md. */
final class ImportRules {

  private static final Pattern IMPORT =
      Pattern.compile("^import (?:static )?(org\\.millrace\\.[\\w.]+);");

  /** The demo company, a module in the folder of the launcher, whose tests alone import it. */
  private static final String DEMO = "demo";

  /** Scenarios as data, a module in the folder of the launcher as well. */
  private static final String SCENARIO = "scenario";

  /** What a module's sources may name of ours; transactional names itself alone. */
  private static final Map<String, List<String>> ALLOWED =
      Map.of(
          "ingestion",
          List.of("ingestion", "warehouse.catalog", "files"),
          "warehouse",
          List.of("warehouse", "files"),
          "analytics",
          List.of("analytics", "warehouse", "client"),
          "dashboards",
          List.of("dashboards", "warehouse.catalog"),
          "notebooks",
          List.of("notebooks", "analytics", "warehouse.catalog"),
          "deploy",
          List.of("deploy", "client"),
          DEMO,
          List.of("demo", "client"),
          SCENARIO,
          List.of("scenario", "client"));

  /**
   * What Delta and Spark call internal changes without notice: it is named where it is needed to
   * write and read the lake, and nowhere else.
   */
  private static final Pattern INTERNAL =
      Pattern.compile(
          "io\\.delta\\.kernel\\.internal\\.|org\\.apache\\.spark\\.sql\\.(catalyst|classic)\\.");

  private static final Set<String> WITH_INTERNALS =
      Set.of(
          "warehouse/lake",
          "warehouse/row",
          "warehouse/build",
          "warehouse/check",
          "warehouse/http",
          "ingestion/bronze/table",
          "notebooks");

  private ImportRules() {}

  static List<String> strayInternals(SourceTree tree) {
    return tree.java()
        .filter(file -> file.path().contains("/src/main/"))
        .filter(file -> WITH_INTERNALS.stream().noneMatch(file.folder()::endsWith))
        .filter(file -> file.lines().stream().anyMatch(line -> INTERNAL.matcher(line).find()))
        .map(file -> file.path() + " uses what Delta or Spark call internal")
        .toList();
  }

  static List<String> strayImports(SourceTree tree) {
    return tree.java()
        .flatMap(file -> file.lines().stream().map(line -> checked(file, line)))
        .filter(verdict -> !verdict.isEmpty())
        .toList();
  }

  private static String checked(SourceFile file, String line) {
    Matcher matcher = IMPORT.matcher(line);
    if (!matcher.find()) {
      return "";
    }
    String name = matcher.group(1).substring("org.millrace.".length());
    boolean isAllowed =
        file.module().equals("transactional")
            ? ALLOWED.keySet().stream()
                .filter(module -> !file.isTest() || !module.equals(SCENARIO))
                .noneMatch(module -> isBelow(module, name))
            : allowed(file).anyMatch(prefix -> isBelow(prefix, name));
    return isAllowed ? "" : file.path() + " imports " + matcher.group(1);
  }

  private static Stream<String> allowed(SourceFile file) {
    for (String own : List.of(DEMO, SCENARIO)) {
      if (file.path().startsWith("deploy/" + own + "/")) {
        return ALLOWED.getOrDefault(own, List.of()).stream();
      }
    }
    Stream<String> own = ALLOWED.getOrDefault(file.module(), List.of()).stream();
    return file.module().equals("deploy") && file.isTest()
        ? Stream.concat(own, Stream.of(DEMO))
        : own;
  }

  private static boolean isBelow(String prefix, String name) {
    return name.equals(prefix) || name.startsWith(prefix + ".");
  }
}
