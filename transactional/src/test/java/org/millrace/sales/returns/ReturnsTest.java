package org.millrace.sales.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Goods that come back: 3 bells were bought at 2 and sold at 5, then the price rose to 8. */
class ReturnsTest {
  private final TestingCore core = TestingCore.running();
  private String base;
  private String order;
  private String invoice;

  @BeforeEach
  void threeBellsAreSold() {
    base = "/api/companies/" + core.newCompany("EUR", "false").value();
    send("/parties", "{'code':'C-1','name':'Shop','roles':['customer'],'country':'Italy'}");
    send("/items", "{'code':'BELL','name':'Bell'}");
    opening(3, 2);
    JsonNode placed =
        send(
                "/sales/orders",
                "{'customer':'C-1','lines':[{'item':'BELL','quantity':3,'unitPrice':5}]}")
            .json();
    order = "/sales/orders/" + placed.get("number").asString();
    act(order + "/deliveries", "{}", 1, 201);
    invoice = act(order + "/invoices", "{}", 2, 201).json().get("number").asString();
    opening(10, 8);
  }

  @Test
  void comesBackAtTheCostOfItsIssueAndIsCredited() {
    String back = inspected(1, "{}");
    JsonNode settled = act(back + "/settle", "{}", 4, 200).json();
    JsonNode note = got("/sales/invoices/" + settled.get("creditNote").asString());
    assertThat(amount(note, "netAmount")).isEqualByComparingTo("-5");
    assertThat(amount(note, "costAmount")).isEqualByComparingTo("-2");
    assertThat(onHand()).isEqualByComparingTo("11");
    HttpAnswer again = act(back + "/settle", "{}", 5, 409);
    assertThat(again.body()).contains("cannot be settled");
  }

  @Test
  void isBilledAgainWhenItIsReversed() {
    String back = inspected(2, "{'lines':[{'line':1,'outcome':'scrap'}],'decision':'Bent'}");
    act(back + "/settle", "{}", 4, 200);
    assertThat(onHand()).isEqualByComparingTo("10");
    JsonNode reversed = act(back + "/reverse", "{'reason':'He keeps them'}", 5, 200).json();
    assertThat(reversed.get("status").asString()).isEqualTo("reversed");
    assertThat(onHand()).isEqualByComparingTo("10");
    JsonNode bills = got("/sales/invoices?customer=C-1").get("rows");
    BigDecimal net = BigDecimal.ZERO;
    for (JsonNode bill : bills) {
      net = net.add(amount(bill, "netAmount"));
    }
    assertThat(net).isEqualByComparingTo("15");
    HttpAnswer whole = asked("{'invoice':'%s','reason':'All of it'}".formatted(invoice));
    assertThat(whole.status()).isEqualTo(201);
  }

  @Test
  void isReplacedByTheOrder() {
    String back = inspected(1, "{'lines':[{'line':1,'compensation':'replacement'}]}");
    JsonNode settled = act(back + "/settle", "{}", 4, 200).json();
    assertThat(settled.has("replacementNote")).isTrue();
    JsonNode open = got(order);
    assertThat(open.get("status").asString()).isEqualTo("open");
    assertThat(amount(open.get("lines").get(0), "deliveredQuantity")).isEqualByComparingTo("2");
    assertThat(act(back + "/reverse", "{'reason':'No'}", 5, 409).body())
        .contains("its order delivers replacements");
  }

  @Test
  void refusesWhatDoesNotFit() {
    HttpAnswer many =
        asked("{'invoice':'%s','reason':'','lines':[{'line':1,'quantity':4}]}".formatted(invoice));
    assertThat(many.expecting(422).body())
        .contains("why the goods come back", "at most the 3 that the invoice bills");
    String back =
        "/sales/returns/"
            + asked("{'invoice':'%s','reason':'Dull'}".formatted(invoice))
                .expecting(201)
                .json()
                .get("number")
                .asString();
    assertThat(act(back + "/receive", "{}", 1, 409).body()).contains("cannot be received");
    act(back + "/authorise", "{}", 1, 200);
    assertThat(act(back + "/receive", "{'lines':[{'line':1,'quantity':4}]}", 2, 422).body())
        .contains("0 to the 3 of the return");
    act(back + "/cancel", "{}", 2, 200);
  }

  private String inspected(int quantity, String verdict) {
    String back =
        "/sales/returns/"
            + asked(
                    "{'invoice':'%s','reason':'Dull','lines':[{'line':1,'quantity':%d}]}"
                        .formatted(invoice, quantity))
                .expecting(201)
                .json()
                .get("number")
                .asString();
    act(back + "/authorise", "{}", 1, 200);
    act(back + "/receive", "{}", 2, 200);
    act(back + "/inspect", verdict, 3, 200);
    return back;
  }

  private HttpAnswer asked(String body) {
    return core.post(base + "/sales/returns", body.replace('\'', '"'));
  }

  private void opening(int quantity, int cost) {
    send(
        "/stock/movements",
        "{'reason':'opening','lines':[{'item':'BELL','quantity':%d,'unitCost':%d}]}"
            .formatted(quantity, cost));
  }

  private BigDecimal onHand() {
    return amount(got("/stock/availability?item=BELL").get("rows").get(0), "onHand");
  }

  private static BigDecimal amount(JsonNode of, String field) {
    return of.get(field).decimalValue();
  }

  private JsonNode got(String path) {
    return core.get(base + path).expecting(200).json();
  }

  private HttpAnswer act(String path, String body, int version, int status) {
    return core.post(
            base + path, body.replace('\'', '"'), Map.of("If-Match", "\"" + version + "\""))
        .expecting(status);
  }

  private HttpAnswer send(String path, String body) {
    return core.post(base + path, body.replace('\'', '"')).expecting(201);
  }
}
