package org.millrace.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;

class TaxApiTest {
  private static final String RIGHT =
      """
      {"lines": [{"net": 30.11, "category": "S", "rate": 19}],
       "vat": [{"category": "S", "rate": 19, "base": 30.11, "tax": %s}],
       "totals": {"lines": 30.11, "net": 30.11, "tax": %s, "gross": %s, "due": %s}}
      """;

  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void openBooks() {
    base = "/api/companies/" + core.newCompany() + "/tax";
  }

  @Test
  void roundsForTheDocumentUntilSetOtherwise() {
    assertThat(core.get(base + "/settings").json().get("rounding").asString())
        .isEqualTo("document");
    core.send("PUT", base + "/settings", "{\"rounding\": \"line\"}", Map.of("If-Match", "\"0\""))
        .expecting(200);
    assertThat(core.get(base + "/settings").json().get("rounding").asString()).isEqualTo("line");
    String back = "{\"rounding\": \"document\"}";
    core.send("PUT", base + "/settings", back, Map.of("If-Match", "\"0\"")).expecting(412);
    core.as("sales").send("PUT", base + "/settings", back, Map.of()).expecting(403);
  }

  @Test
  void onlyTheBooksChangeTaxCodes() {
    String code = "{\"code\": \"V\", \"name\": \"V\", \"rates\": []}";
    core.as("sales").post(base + "/codes", code).expecting(403);
    core.as("accountant").post(base + "/codes", code).expecting(201);
    assertThat(core.as("sales").get(base + "/codes/V").json().get("category").asString())
        .isEqualTo("standard");
  }

  @Test
  void namesTheBrokenRulesOfAnElectronicInvoice() {
    String right = RIGHT.formatted("5.72", "5.72", "35.83", "35.83");
    assertThat(core.post(base + "/checks", right).expecting(200).json().toString())
        .isEqualTo("{\"valid\":true,\"broken\":[]}");
    String wrong = RIGHT.formatted("5.73", "5.73", "35.84", "35.84");
    assertThat(core.post(base + "/checks", wrong).json().toString())
        .isEqualTo("{\"valid\":false,\"broken\":[\"BR-CO-17\"]}");
  }
}
