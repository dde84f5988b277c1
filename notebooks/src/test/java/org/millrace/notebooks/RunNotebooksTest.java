package org.millrace.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real Jupyter, real Java kernel, a small lake. */
@Tag("slow")
class RunNotebooksTest {

  private static final String NOTEBOOK =
      """
      {"cells": [{"cell_type": "code", "execution_count": null, "metadata": {}, "outputs": [],
        "source": ["var gold = org.millrace.notebooks.Gold.ofEnvironment();\\n",
        "var table = gold.read(\\"sales_monthly\\");\\n",
        "double sum = table.doubleColumn(\\"net_revenue\\").sum();\\n",
        "System.out.println(\\"sum \\" + sum);\\n",
        "if (sum != EXPECTED) throw new AssertionError(\\"sum is \\" + sum);"]}],
       "metadata": {"kernelspec": {"display_name": "Java", "language": "java", "name": "java"}},
       "nbformat": 4, "nbformat_minor": 4}
      """;

  private static Jupyter jupyter;
  @TempDir Path folder;
  private Map<String, String> environment;

  @BeforeAll
  static void installs() throws IOException, InterruptedException {
    jupyter =
        Jupyter.installed(
            Path.of("target/venv").toAbsolutePath(),
            Path.of("requirements.txt").toAbsolutePath(),
            System.getProperty("java.class.path"));
  }

  @BeforeEach
  void fillsALake() throws IOException {
    StructType schema =
        new StructType()
            .add("company", StringType.STRING)
            .add("net_revenue", new DecimalType(18, 2));
    TestingDelta table = new TestingDelta(folder.resolve("lake/gold/sales_monthly"), schema);
    table.replace(new Object[] {"SHOP", new BigDecimal("12.50")});
    environment =
        Map.of(
            "MILLRACE_ROOT",
            Path.of("..").toAbsolutePath().normalize().toString(),
            "MILLRACE_LAKE",
            folder.resolve("lake").toString());
  }

  private boolean run(String notebook, String expected) throws Exception {
    Path file = folder.resolve("notebooks/sales/" + notebook + ".ipynb");
    Files.createDirectories(file.getParent());
    Files.writeString(file, NOTEBOOK.replace("EXPECTED", expected));
    return new RunNotebooks(folder.resolve("notebooks"), folder.resolve("results"), jupyter)
        .run(List.of("sales/" + notebook), environment);
  }

  @Test
  void keepsTheExecutedCopyOfANotebookWhoseAssertionsHold() throws Exception {
    assertThat(run("good", "12.5")).isTrue();
    assertThat(folder.resolve("results/sales/good.ipynb")).content().contains("sum 12.5");
    assertThat(folder.resolve("notebooks/sales/good.ipynb")).content().doesNotContain("sum 12.5");
  }

  @Test
  void failsWhenAnAssertionOfTheNotebookFails() throws Exception {
    assertThat(run("bad", "13")).isFalse();
  }

  @Test
  void refusesANotebookThatIsNotThere() {
    RunNotebooks run = new RunNotebooks(folder, folder, jupyter);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> run.run(List.of("sales/none"), environment))
        .withMessageContaining("There is no notebook");
  }
}
