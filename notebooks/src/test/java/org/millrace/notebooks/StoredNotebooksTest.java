package org.millrace.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Notebooks are stored without output and import only what they may. */
class StoredNotebooksTest {

  private static final Pattern OUTPUT =
      Pattern.compile("\"outputs\"\\s*:\\s*\\[\\s*[^\\]\\s]|\"execution_count\"\\s*:\\s*\\d");
  private static final Pattern OURS = Pattern.compile("org\\.millrace\\.[\\w.]+");
  private static final Pattern ALLOWED =
      Pattern.compile("org\\.millrace\\.(analytics|notebooks|warehouse\\.catalog)\\..+");
  private static final Pattern ENGINE =
      Pattern.compile("org\\.apache\\.(spark|flink)|%(dependency|jar|maven)");

  private static List<String> problems(String notebook) {
    List<String> problems = new ArrayList<>();
    if (OUTPUT.matcher(notebook).find()) {
      problems.add("holds output; clear it before storing");
    }
    Matcher ours = OURS.matcher(notebook);
    while (ours.find()) {
      if (!ALLOWED.matcher(ours.group()).matches()) {
        problems.add("uses " + ours.group());
      }
    }
    Matcher engine = ENGINE.matcher(notebook);
    while (engine.find()) {
      problems.add("uses " + engine.group());
    }
    return problems;
  }

  @Test
  void everyStoredNotebookKeepsTheRules() throws IOException {
    List<Path> notebooks = RunNotebooks.all(Path.of("").toAbsolutePath());

    assertThat(notebooks).isNotEmpty();
    for (Path notebook : notebooks) {
      assertThat(problems(Files.readString(notebook))).as(notebook.toString()).isEmpty();
    }
  }

  @Test
  void theRulesFindOutputEnginesAndStrangers() {
    assertThat(problems("{\"outputs\": [{\"text\": 1}]}")).hasSize(1);
    assertThat(problems("{\"execution_count\": 3}")).hasSize(1);
    assertThat(problems("import org.millrace.sales.Order;"))
        .containsExactly("uses org.millrace.sales.Order");
    assertThat(problems("import org.apache.spark.sql.Row;"))
        .containsExactly("uses org.apache.spark");
    assertThat(problems("{\"outputs\": [], \"execution_count\": null}")).isEmpty();
  }
}
