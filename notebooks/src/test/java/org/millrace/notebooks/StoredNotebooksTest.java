package org.millrace.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Notebooks are stored without output, import only what they may, and compile. */
class StoredNotebooksTest {

  @TempDir Path classes;

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
  void everyStoredNotebookCompiles() throws IOException {
    for (Path notebook : RunNotebooks.all(Path.of("").toAbsolutePath())) {
      assertThat(mistakes(code(Files.readString(notebook)))).as(notebook.toString()).isEmpty();
    }
  }

  @Test
  void aWrongNameDoesNotCompile() {
    assertThat(mistakes("import java.util.*;\nList<String> names = List.off();")).hasSize(1);
  }

  /** The code cells one after the other. */
  private static String code(String notebook) {
    Map<?, ?> content =
        (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(notebook);
    return ((List<?>) content.get("cells"))
        .stream()
            .map(cell -> (Map<?, ?>) cell)
            .filter(cell -> "code".equals(cell.get("cell_type")))
            .flatMap(
                cell -> Stream.concat(((List<?>) cell.get("source")).stream(), Stream.of("\n")))
            .map(Object::toString)
            .collect(Collectors.joining());
  }

  /** What the compiler has against cells taken for the body of one method. */
  private List<String> mistakes(String code) {
    Map<Boolean, List<String>> lines =
        code.lines().collect(Collectors.partitioningBy(line -> line.startsWith("import ")));
    String text =
        String.join("\n", lines.get(true))
            + "\nclass Notebook { void cells() throws Exception {\n"
            + String.join("\n", lines.get(false))
            + "\n} }";
    JavaFileObject source =
        new SimpleJavaFileObject(
            URI.create("string:///Notebook.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoresErrors) {
            return text;
          }
        };
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> options = List.of("-proc:none", "-d", classes.toString());
    ToolProvider.getSystemJavaCompiler()
        .getTask(null, null, found, options, null, List.of(source))
        .call();
    return found.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .map(Object::toString)
        .toList();
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
