package org.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.scenario.act.Vocabulary;

class ScenarioTest {
  @TempDir Path folder;

  @Test
  void numbersAreDecimalsAsTheyAreWritten() throws IOException {
    Scenario scenario = only("{\"do\": \"receive\", \"quantity\": 0.1, \"unitCost\": 15.35}");
    Fields step = scenario.steps().get(0);
    assertThat(step.number("quantity")).isEqualByComparingTo("0.1");
    assertThat(step.number("unitCost").toPlainString()).isEqualTo("15.35");
  }

  @Test
  void aFieldThatNobodyReadIsAnUnknownWord() throws IOException {
    Fields step = only("{\"do\": \"receive\", \"colour\": \"red\"}").steps().get(0);
    Vocabulary.of(step);
    assertThatThrownBy(step::refuseUnread)
        .isInstanceOf(UnknownWord.class)
        .hasMessage("S-1, step 1: unknown word 'colour'");
  }

  @Test
  void anActThatIsNotThereIsAnUnknownWord() throws IOException {
    Fields step = only("{\"do\": \"dance\"}").steps().get(0);
    assertThatThrownBy(() -> Vocabulary.of(step))
        .isInstanceOf(UnknownWord.class)
        .hasMessage("S-1, step 1, do: unknown word 'dance'");
  }

  @Test
  void whatIsGivenAndNotKnownStopsTheCase() throws IOException {
    Path file = file("[{'id': 'S-1', 'title': 't', 'given': {'currency': 'EUR', 'moon': 'full'}}]");
    assertThatThrownBy(() -> Terms.of(Scenario.in(file).get(0)))
        .isInstanceOf(UnknownWord.class)
        .hasMessage("S-1, given: unknown word 'moon'");
  }

  @Test
  void tellsWhereAFileIsNoJson() throws IOException {
    Path file = file("[{'id': 'S-1',\n 'id': 'S-2'}]");
    assertThatThrownBy(() -> Scenario.in(file))
        .isInstanceOf(BadScenario.class)
        .hasMessageContaining(file + ", line 2")
        .hasMessageContaining("Duplicate field 'id'");
  }

  @Test
  void namesAFieldThatIsMissingAndOneThatIsNoNumber() throws IOException {
    Fields step = only("{\"do\": \"receive\", \"quantity\": \"ten\"}").steps().get(0);
    assertThatThrownBy(() -> step.number("quantity"))
        .hasMessage("S-1, step 1, quantity: 'ten', expected a number");
    assertThatThrownBy(() -> step.text("item"))
        .hasMessage("S-1, step 1: the field 'item' is missing");
  }

  @Test
  void aReportIsWholeOnlyWhenAllPassed() throws IOException {
    Scenario scenario = only("{\"do\": \"receive\"}");
    Outcome passed = new Outcome(scenario, "A", List.of(), Optional.empty());
    Outcome different =
        new Outcome(scenario, "B", List.of(new Difference("end", "1", "2")), Optional.empty());
    Outcome stopped = new Outcome(scenario, "C", List.of(), Optional.of("refused"));
    assertThat(told(Report.Form.TEXT, passed)).startsWith("true").contains("1 of 1 cases passed");
    assertThat(told(Report.Form.TEXT, passed, different, stopped))
        .startsWith("false")
        .contains("FAILED  S-1  t  (company B)\n        end: expected 1, came 2")
        .contains("(company C)\n        refused");
    String json = told(Report.Form.JSON, passed, different).substring("false".length());
    assertThat(new ObjectMapper().readTree(json).get(1).path("differences").get(0).toString())
        .isEqualTo("{\"where\":\"end\",\"expected\":\"1\",\"actual\":\"2\"}");
  }

  @Test
  void theProgramTellsHowItIsCalled() {
    assertThatThrownBy(() -> ScenarioRun.run(System.out, "--json"))
        .hasMessageContaining("Usage: ScenarioRun --core-url URL");
    assertThatThrownBy(() -> ScenarioRun.run(System.out, "--only"))
        .hasMessageContaining("Nothing stands after --only");
  }

  @Test
  void companiesOfARunHaveANameOfTheirOwn() {
    assertThat(ScenarioRun.name(Instant.ofEpochMilli(0))).isEqualTo("SCENARIO-0");
    assertThat(ScenarioRun.name(Instant.parse("2026-12-01T00:00:00Z")))
        .isNotEqualTo(ScenarioRun.name(Instant.parse("2026-12-01T00:00:00.001Z")));
  }

  private static String told(Report.Form form, Outcome... outcomes) {
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    Report report = new Report(new PrintStream(bytes, true, StandardCharsets.UTF_8), form);
    for (Outcome each : outcomes) {
      report.add(each);
    }
    boolean all = report.end();
    return all + bytes.toString(StandardCharsets.UTF_8);
  }

  private Scenario only(String step) throws IOException {
    return Scenario.in(
            file(
                "[{'id': 'S-1', 'title': 't', 'given': {'currency': 'EUR'}, 'steps': ["
                    + step.replace('"', '\'')
                    + "]}]"))
        .get(0);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("cases.json"), text.replace('\'', '"'));
  }
}
