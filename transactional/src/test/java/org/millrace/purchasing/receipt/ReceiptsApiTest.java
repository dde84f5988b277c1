package org.millrace.purchasing.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

class ReceiptsApiTest {
  private final TestingCore core = TestingCore.running();
  private String base;
  private String order;
  private String first;

  /** Two receipts of one order: 4 of one line, then all that is left of both. */
  @BeforeEach
  void receiveTwice() {
    base = "/api/companies/" + core.newCompany("EUR", "false");
    send("/parties", "{'code':'S','name':'Tubes','roles':['supplier'],'country':'Italy'}");
    send("/items", "{'code':'RIM','name':'Rim'}");
    send("/items", "{'code':'HUB','name':'Hub'}");
    send("/stock/locations", "{'code':'YARD','name':'Yard'}");
    order =
        number(
            send(
                "/purchasing/orders",
                "{'supplier':'S','lines':[{'item':'RIM','quantity':10,'unitPrice':2.5},"
                    + "{'item':'HUB','quantity':2,'unitPrice':8}]}"));
    first = receive(1, "{'location':'YARD','lines':[{'line':1,'quantity':4}]}");
    receive(2, "{}");
  }

  @Test
  void showsAReceiptWithItsOrderSupplierAndItems() {
    JsonNode receipt = core.get(base + "/purchasing/receipts/" + first).expecting(200).json();
    assertThat(receipt.get("orderNumber").asString()).isEqualTo(order);
    assertThat(receipt.at("/supplier/name").asString()).isEqualTo("Tubes");
    assertThat(receipt.get("location").asString()).isEqualTo("YARD");
    assertThat(receipt.get("amount").decimalValue()).isEqualByComparingTo("10");
    assertThat(receipt.at("/lines/0/itemName").asString()).isEqualTo("Rim");
    assertThat(receipt.at("/lines/0/quantity").decimalValue()).isEqualByComparingTo("4");
    assertThat(receipt.get("steps")).isEmpty();
    core.get(base + "/purchasing/receipts/PR-NONE").expecting(404);
    JsonNode history = core.get(base + "/purchasing/receipts/" + first + "/history").json();
    assertThat(history).hasSize(1);
    assertThat(history.at("/0/event").asString()).isEqualTo("purchasing.order-received");
  }

  @Test
  void listsReceiptsByOrderLocationAndSearch() {
    assertThat(total("orderNumber=" + order)).isEqualTo(2);
    assertThat(total("location=YARD")).isEqualTo(1);
    assertThat(total("amount.from=11")).isEqualTo(1);
    assertThat(total("search=tubes")).isEqualTo(2);
    assertThat(total("search=nobody")).isZero();
    core.as("sales").get(base + "/purchasing/receipts").expecting(403);
  }

  private int total(String query) {
    return core.get(base + "/purchasing/receipts?" + query)
        .expecting(200)
        .json()
        .get("total")
        .asInt();
  }

  private String receive(int version, String body) {
    return core.post(
            base + "/purchasing/orders/" + order + "/receipts",
            body.replace('\'', '"'),
            Map.of("If-Match", "\"" + version + "\""))
        .expecting(201)
        .json()
        .at("/receipt/number")
        .asString();
  }

  private HttpAnswer send(String path, String body) {
    return core.post(base + path, body.replace('\'', '"')).expecting(201);
  }

  private static String number(HttpAnswer answer) {
    return answer.json().get("number").asString();
  }
}
