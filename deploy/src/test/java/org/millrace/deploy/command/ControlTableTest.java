package org.millrace.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ControlTableTest {
  private static final String FINISHED =
      """
      {"event": "finished", "currency": "GBP", "agrees": true, "dryRun": %s,
       "rows": {"read": 3, "posted": 2, "there": 0, "rejected": 1}, "control": []}
      """;
  private static final String REJECT =
      """
      {"file": "sales.csv", "line": 7, "field": "quantity", "value": "x", "reason": "no number",
       "expected": "a number"}
      """;

  @Test
  void saysThatRejectedRowsAreKeptAndHowToCorrectThem() throws JsonProcessingException {
    assertThat(table("false"))
        .contains("Rows read 3 = posted 2 + already there 0 + rejected 1  (agrees)")
        .contains("Rejected rows are kept with their reason:\n  sales.csv line 7, quantity 'x'")
        .contains("./millrace export rejects --company C --kind K --out rejects.csv");
  }

  @Test
  void saysOfADryRunWhatAnImportWouldDoAndThatNothingIsKept() throws JsonProcessingException {
    assertThat(table("true"))
        .startsWith("Dry run, nothing was changed.")
        .contains("Rows read 3 = to post 2 + already there 0 + to reject 1  (agrees)")
        .contains("Rows that an import would reject:\n  sales.csv line 7, quantity 'x'")
        .contains("A dry run keeps none of them.")
        .doesNotContain("are kept", "export rejects");
  }

  @Test
  void aListHasNoAmountsToAgreeUpon() throws JsonProcessingException {
    ControlTable table = new ControlTable();
    table.add(
        json(
            """
            {"event": "finished", "dryRun": false,
             "rows": {"read": 3, "posted": 2, "there": 1, "rejected": 0}}
            """));

    assertThat(table.text())
        .isEqualTo("Rows read 3 = posted 2 + already there 1 + rejected 0  (agrees)\n");
    assertThat(table.isBalanced()).isTrue();
  }

  private static String table(String dryRun) throws JsonProcessingException {
    ControlTable table = new ControlTable();
    table.addReject(json(REJECT));
    table.add(json(FINISHED.formatted(dryRun)));
    return table.text();
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text);
  }
}
