package org.millrace.ledger.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** The statement of a group over HTTP. */
class GroupApiTest {
  private final TestingCore core = TestingCore.running();
  private final String mother = core.newCompany("EUR", "false").value();
  private final String daughter = core.newCompany("USD", "false").value();

  private HttpAnswer post(String company, String path, String body) {
    return core.post("/api/companies/" + company + "/" + path, body.replace('\'', '"'));
  }

  private void party(String company, String code) {
    post(
            company,
            "parties",
            "{'code':'%s','name':'%1$s','roles':['customer','supplier'],'country':'IT'}"
                .formatted(code))
        .expecting(201);
  }

  @Test
  void isOfAllCompaniesAndLeavesOutWhatTheyOweEachOther() {
    party(mother, daughter);
    party(daughter, mother);
    post(
            mother,
            "currency/rates",
            "{'fromCurrency':'USD','toCurrency':'EUR','validFrom':'2026-01-01','rate':'0.9'}")
        .expecting(201);
    String item =
        "{'party':'%s','side':'%s','sourceNumber':'7','itemDate':'2026-03-02',"
            + "'dueDate':'2026-04-01','amount':%s,'date':'2026-03-02'}";
    post(mother, "settlement/opening-items", item.formatted(daughter, "receivables", "1000"))
        .expecting(201);
    post(daughter, "settlement/opening-items", item.formatted(mother, "payables", "1080"))
        .expecting(201);
    String path = "/ledger/group/statement?to=2026-12-31&with=" + daughter;
    JsonNode statement = core.get("/api/companies/" + mother + path).expecting(200).json();
    List<String> rows = new ArrayList<>();
    for (JsonNode row : statement.get("rows")) {
      rows.add(
          row.get("account").asString()
              + " "
              + row.get("eliminated").decimalValue().stripTrailingZeros().toPlainString()
              + " "
              + row.get("closing").decimalValue().stripTrailingZeros().toPlainString());
    }
    assertThat(rows).containsExactly("1100 -1000 0", "2000 972 0", "3950 0 -28");
    assertThat(statement.at("/mismatches/0/amount").decimalValue()).isEqualByComparingTo("28");
  }

  @Test
  void isRefusedToWhoMayNotSeeOneOfThem() {
    String path = "/ledger/group/statement?with=" + daughter;
    core.as("sales").get("/api/companies/" + mother + path).expecting(403);
  }
}
