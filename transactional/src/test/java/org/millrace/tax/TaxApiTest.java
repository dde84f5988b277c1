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
  void worksOutTaxesThatStandInNoDocument() {
    String small = "{'quantity':1,'price':0.33,'taxes':[{'rate':19}]}";
    String three = "{'lines':[%s,%1$s,%1$s],'rounding':'%s'}";
    assertThat(calculated(three.formatted(small, "line"), "taxTotal")).isEqualTo("0.18");
    assertThat(calculated(three.formatted(small, "document"), "taxTotal")).isEqualTo("0.19");
    String fund = "[{'rate':-20},{'rate':4,'joinsBase':true},{'rate':22}]";
    String fee = "{'lines':[{'quantity':1,'price':50,'taxes':%s}]}".formatted(fund);
    assertThat(calculated(fee, "gross")).isEqualTo("53.44");
    String fine =
        "{'decimals':6,'pricesInclude':true,"
            + "'lines':[{'quantity':1,'price':399.999999,'taxes':[{'rate':20}]}]}";
    assertThat(calculated(fine, "net")).isEqualTo("333.333332");
    String steps =
        "{'roundTo':0.05,'rounding':'line','pricesInclude':true,"
            + "'lines':[{'quantity':1,'price':50,'taxes':[{'rate':5}]}]}";
    assertThat(calculated(steps, "taxTotal")).isEqualTo("2.4");
    String early =
        "{'earlyPayment':{'percent':2,'days':10,'mode':'mixed'},'pricesInclude':true,"
            + "'lines':[{'quantity':1,'price':121,'taxes':[{'rate':21}]}]}";
    assertThat(calculated(early, "payEarly")).isEqualTo("118.58");
  }

  private String calculated(String asked, String figure) {
    return core.post(base + "/calculations", asked.replace('\'', '"'))
        .expecting(200)
        .json()
        .get(figure)
        .decimalValue()
        .stripTrailingZeros()
        .toPlainString();
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
