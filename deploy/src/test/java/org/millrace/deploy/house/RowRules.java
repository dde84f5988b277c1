package org.millrace.deploy.house;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millrace.deploy.house.SourceTree.SourceFile;

/**
 * Rows of the lake are written and read by the names of their columns (docs/decisions/0027): a
 * place in a row is looked up by name, never written down.
 */
final class RowRules {

  private static final Set<String> LIBRARY = Set.of("warehouse/lake", "warehouse/row");

  private static final Pattern ROWS = Pattern.compile("import org\\.apache\\.spark\\.sql\\.Row");
  private static final Pattern MADE = Pattern.compile("\\bRowFactory\\b");
  private static final Pattern READ =
      Pattern.compile(
          "(\\w+)(?:\\(\\))?\\s*\\.(?:<[\\w.<>]+>)?(?:isNullAt|get(?:As|Boolean|Date|Decimal|"
              + "Double|Float|Instant|Int|JavaMap|List|LocalDate|Long|Map|Seq|Short|String|Struct|"
              + "Timestamp))\\(\\d+\\)");

  /** Lists are read by number too, so this one asks what is declared as a row. */
  private static final Pattern PLAIN =
      Pattern.compile("(\\w+|\\b(?:head|first)\\(\\))\\s*\\.(?:get|apply)\\(\\d+\\)");

  private RowRules() {}

  static List<String> rowsByNumber(SourceTree tree) {
    return tree.java()
        .filter(file -> file.path().contains("/src/main/"))
        .filter(file -> LIBRARY.stream().noneMatch(file.folder()::endsWith))
        .filter(file -> ROWS.matcher(file.text()).find())
        .flatMap(RowRules::faults)
        .toList();
  }

  private static Stream<String> faults(SourceFile file) {
    Set<String> rows = declared("Row", file.text());
    rows.addAll(Set.of("row", "head()", "first()"));
    Set<String> results = declared("ResultSet", file.text());
    return Stream.of(
            MADE.matcher(file.text()).results().map(made -> made.group()),
            READ.matcher(file.text())
                .results()
                .filter(read -> !results.contains(read.group(1)))
                .map(read -> read.group()),
            PLAIN
                .matcher(file.text())
                .results()
                .filter(read -> rows.contains(read.group(1)))
                .map(read -> read.group()))
        .flatMap(found -> found)
        .map(found -> file.path() + " has a row by number: " + found);
  }

  private static Set<String> declared(String type, String text) {
    return Pattern.compile("\\b" + type + " (\\w+)\\b(?!\\()")
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }
}
