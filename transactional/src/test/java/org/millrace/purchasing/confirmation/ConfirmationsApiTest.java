package org.millrace.purchasing.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

class ConfirmationsApiTest {
  private final TestingCore core = TestingCore.running();
  private final LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);
  private String base;
  private String order;

  @BeforeEach
  void order() {
    base = "/api/companies/" + core.newCompany("EUR", "false");
    send("/parties", "{'code':'S','name':'Tubes','roles':['supplier'],'country':'Italy'}");
    send("/items", "{'code':'RIM','name':'Rim'}");
    send("/items", "{'code':'HUB','name':'Hub'}");
    String wanted =
        "{'supplier':'S','promisedDate':'%s','lines':[{'item':'RIM','quantity':10,"
            + "'unitPrice':2.5},{'item':'HUB','quantity':2,'unitPrice':8}]}";
    order =
        send("/purchasing/orders", wanted.formatted(today.plusDays(30)))
            .json()
            .get("number")
            .asString();
  }

  @Test
  void keepsEveryPromiseAndCountsOnTheNewest() {
    JsonNode first = confirm(1, told(40, "'supplierReference':'AB-1',")).expecting(201).json();
    assertThat(first.at("/order/lines/0/promised/date").asString())
        .isEqualTo(today.plusDays(40).toString());
    assertThat(confirm(2, told(50, "")).expecting(422).body()).contains("comes later");
    confirm(2, told(50, "'reason':'Strike',")).expecting(201);
    JsonNode kept = got("/purchasing/confirmations?orderNumber=" + order + "&sort=number");
    assertThat(kept.get("total").asInt()).isEqualTo(2);
    JsonNode second = kept.at("/rows/1");
    assertThat(second.get("confirmedBy").asString()).isEqualTo("admin");
    assertThat(second.get("reason").asString()).isEqualTo("Strike");
    JsonNode one = got("/purchasing/confirmations/" + second.get("number").asString());
    assertThat(one.at("/lines/0/promisedBefore").asString())
        .isEqualTo(today.plusDays(40).toString());
    assertThat(one.at("/lines/0/quantity").decimalValue()).isEqualByComparingTo("6");
    assertThat(overdue(50)).isEqualTo("HUB 20");
    assertThat(overdue(51)).isEqualTo("HUB 21, RIM 1");
    assertThat(got("/supply/promises?item=RIM&quantity=1").get("promisedOn").asString())
        .isEqualTo(today.plusDays(50).toString());
  }

  @Test
  void listsWhatShouldHaveCome() {
    assertThat(got("/purchasing/overdue-receipts").get("total").asInt()).isZero();
    core.post(
            base + "/purchasing/orders/" + order + "/receipts",
            "{'lines':[{'line':1,'quantity':4}]}".replace('\'', '"'),
            Map.of("If-Match", "\"1\""))
        .expecting(201);
    JsonNode late = got("/purchasing/overdue-receipts?item=RIM&asOf=" + today.plusDays(33));
    assertThat(late.get("total").asInt()).isEqualTo(1);
    JsonNode row = late.at("/rows/0");
    assertThat(row.get("orderNumber").asString()).isEqualTo(order);
    assertThat(row.get("supplierName").asString()).isEqualTo("Tubes");
    assertThat(row.get("daysLate").asInt()).isEqualTo(3);
    assertThat(row.get("openQuantity").decimalValue()).isEqualByComparingTo("6");
    assertThat(row.get("openAmount").decimalValue()).isEqualByComparingTo("15");
    assertThat(core.get(base + "/purchasing/overdue-receipts/PO-1-1").expecting(404).body())
        .contains("is not late");
    core.as("sales").get(base + "/purchasing/overdue-receipts").expecting(403);
  }

  private String overdue(int days) {
    JsonNode rows = got("/purchasing/overdue-receipts?asOf=" + today.plusDays(days)).get("rows");
    StringBuilder found = new StringBuilder();
    rows.forEach(
        row ->
            found
                .append(found.isEmpty() ? "" : ", ")
                .append(row.get("item").asString())
                .append(' ')
                .append(row.get("daysLate").asInt()));
    return found.toString();
  }

  private String told(int days, String more) {
    return "{%s'lines':[{'line':1,'quantity':6,'promisedDate':'%s'}]}"
        .formatted(more, today.plusDays(days));
  }

  private HttpAnswer confirm(int version, String body) {
    return core.post(
        base + "/purchasing/orders/" + order + "/confirmations",
        body.replace('\'', '"'),
        Map.of("If-Match", "\"" + version + "\""));
  }

  private JsonNode got(String path) {
    return core.get(base + path).expecting(200).json();
  }

  private HttpAnswer send(String path, String body) {
    return core.post(base + path, body.replace('\'', '"')).expecting(201);
  }
}
