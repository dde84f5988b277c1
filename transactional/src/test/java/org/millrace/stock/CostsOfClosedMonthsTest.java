package org.millrace.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.shared.CompanyCode;
import tools.jackson.databind.JsonNode;

/** What comes late for a closed month is one entry in an open one, and told before it is posted. */
class CostsOfClosedMonthsTest {
  private final TestingCore core = TestingCore.running();
  private CompanyCode company;

  @BeforeEach
  void sellInAMonthThatIsClosed() {
    company = core.newCompany();
    post("items", "{'code':'LATCH','name':'Latch'}").expecting(201);
    post("parties", "{'code':'STEEL','name':'Steel','roles':['supplier'],'country':'DE'}")
        .expecting(201);
    receive(order(10, 20, "02"), "'occurredAt':'2026-01-10T09:00:00Z'", Map.of()).expecting(201);
    post(
            "stock/movements",
            "{'lines':[{'item':'LATCH','quantity':-8}],'reason':'consumption',"
                + "'occurredAt':'2026-01-20T09:00:00Z'}")
        .expecting(201);
    post("ledger/periods/2026-01/close", "{'waiver':'Later'}").expecting(200);
  }

  private String order(int quantity, int price, String day) {
    String order =
        "{'supplier':'STEEL','lines':[{'item':'LATCH','quantity':%d,'unitPrice':%d}],"
            + "'occurredAt':'2026-01-%sT08:00:00Z'}";
    return post("purchasing/orders", order.formatted(quantity, price, day))
        .expecting(201)
        .json()
        .get("number")
        .asString();
  }

  private HttpAnswer receive(String order, String when, Map<String, String> headers) {
    Map<String, String> all = new java.util.HashMap<>(headers);
    all.put("If-Match", "\"1\"");
    return core.post(
        path("purchasing/orders/" + order + "/receipts"),
        "{%s}".formatted(when).replace('\'', '"'),
        all);
  }

  @Test
  void isOneEntryOnItsPostingDate() {
    String january = january();
    int before = entries().size();
    String late = "'occurredAt':'2026-01-11T09:00:00Z','postingDate':'2026-03-05'";
    String order = order(10, 10, "03");
    JsonNode told =
        receive(order, late, Map.of("Preview", "true")).expecting(200).json().get("events");
    List<JsonNode> foreseen = new ArrayList<>();
    told.forEach(
        event -> {
          if (event.get("event").asString().equals("ledger.journal-entry-posted")) {
            foreseen.add(event.get("content"));
          }
        });
    assertThat(foreseen).hasSize(1);
    assertThat(entries()).hasSize(before);
    receive(order, late, Map.of()).expecting(201);
    List<JsonNode> entries = entries();
    assertThat(entries).hasSize(before + 1);
    JsonNode entry = core.get(path("ledger/entries/" + (before + 1))).expecting(200).json();
    assertThat(entry.get("postingDate").asString()).isEqualTo("2026-03-05");
    assertThat(entry.get("rule").asString()).isEqualTo("stock.late-cost");
    assertThat(lines(entry))
        .containsExactlyInAnyOrder("1200 140.00", "6000 -40.00", "2100 -100.00");
    assertThat(lines(foreseen.get(0))).containsExactlyElementsOf(lines(entry));
    assertThat(january()).isEqualTo(january);
  }

  @Test
  void isNotBookedInAClosedMonthEither() {
    String late = "'occurredAt':'2026-01-11T09:00:00Z','postingDate':'2026-01-31'";
    HttpAnswer answer = receive(order(10, 10, "03"), late, Map.of()).expecting(422);
    assertThat(answer.json().at("/problems/0/field").asString()).isEqualTo("postingDate");
  }

  @Test
  void isBookedOnTheFirstOpenDayWhereNobodySaysWhen() {
    receive(order(10, 10, "03"), "'occurredAt':'2026-01-11T09:00:00Z'", Map.of()).expecting(201);
    int newest = entries().size();
    JsonNode entry = core.get(path("ledger/entries/" + newest)).expecting(200).json();
    assertThat(entry.get("postingDate").asString()).isEqualTo("2026-02-01");
  }

  private List<JsonNode> entries() {
    List<JsonNode> rows = new ArrayList<>();
    core.get(path("ledger/entries?size=500")).expecting(200).json().get("rows").forEach(rows::add);
    return rows;
  }

  private String january() {
    return core.get(path("ledger/trial-balance?month=2026-01"))
        .expecting(200)
        .json()
        .get("rows")
        .toString();
  }

  private static List<String> lines(JsonNode entry) {
    List<String> lines = new ArrayList<>();
    for (JsonNode line : entry.get("lines")) {
      BigDecimal amount =
          line.get("debit").decimalValue().subtract(line.get("credit").decimalValue());
      lines.add(line.get("account").asString() + " " + amount.setScale(2));
    }
    return lines;
  }

  private HttpAnswer post(String path, String json) {
    return core.post(path(path), json.replace('\'', '"'));
  }

  private String path(String path) {
    return "/api/companies/%s/%s".formatted(company, path);
  }
}
