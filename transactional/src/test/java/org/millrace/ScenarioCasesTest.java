package org.millrace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.millrace.scenario.Outcome;
import org.millrace.scenario.Runner;
import org.millrace.scenario.Scenario;

/**
 * Known answers as data, acted against the core as {@code ./millrace scenario run} does. With
 * {@code -Dtest.jvm.flags=-Dscenarios=COST-1} only those whose id starts so.
 */
class ScenarioCasesTest {
  private static final Path OWN = Path.of("src/test/scenarios");
  private static final Path KNOWN = Path.of("../../shared/cases");
  private static final String CHOSEN = System.getProperty("scenarios", "");

  @Test
  void ownScenarios() throws IOException {
    Runner runner = runner("OWN");
    List<Scenario> own = cases(OWN);
    assertThat(own).isNotEmpty();
    assertThat(own)
        .allSatisfy(each -> assertThat(why(runner.act(each))).as(each.id()).isEqualTo("[]"));
  }

  @Test
  void theKnownAnswersThatAreGiven() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(KNOWN), "needs ../shared/cases");
    Set<String> given = new HashSet<>(Files.readAllLines(OWN.resolve("given.txt")));
    Runner runner = runner("KNOWN");
    List<String> wrong = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (Scenario each : cases(KNOWN)) {
      Outcome outcome = runner.act(each);
      String line = "%s %s".formatted(each.id(), outcome.isPassed() ? "passed" : why(outcome));
      told.add(line);
      if (!outcome.isPassed() && given.contains(each.id())) {
        wrong.add(line);
      }
    }
    Files.write(Path.of("target/known-answers.txt"), told);
    assertThat(wrong).isEmpty();
  }

  private static String why(Outcome outcome) {
    return outcome.stopped().orElseGet(() -> outcome.differences().toString());
  }

  private static Runner runner(String name) {
    TestingCore core = TestingCore.running();
    return Runner.at(core.address(), "admin", TestingCore.password(), name);
  }

  private static List<Scenario> cases(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .flatMap(file -> Scenario.in(file).stream())
          .filter(scenario -> OWN.equals(folder) || scenario.id().startsWith(CHOSEN))
          .toList();
    }
  }
}
