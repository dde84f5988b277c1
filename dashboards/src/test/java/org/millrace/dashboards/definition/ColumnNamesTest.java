package org.millrace.dashboards.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every column that a page of rows can show has an English and a Chinese name. */
class ColumnNamesTest {
  private static final Pattern NAMED = Pattern.compile("\\b([a-z0-9_]+): \\['[^']+', '[^']+']");
  private static final Path NAMES = Path.of("src/main/resources/cockpit/js/columns.js");

  @Test
  void allColumnsOfTheMartAreNamed() throws IOException {
    Set<String> named = new TreeSet<>();
    NAMED.matcher(Files.readString(NAMES)).results().forEach(found -> named.add(found.group(1)));
    Set<String> missing = new TreeSet<>();
    MartTables.read(Path.of(".."))
        .columns()
        .forEach(
            (table, columns) ->
                columns.stream()
                    .filter(column -> !named.contains(column))
                    .forEach(column -> missing.add(column)));

    assertThat(missing).isEmpty();
  }
}
