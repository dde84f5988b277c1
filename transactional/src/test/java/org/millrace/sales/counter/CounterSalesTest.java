package org.millrace.sales.counter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** A sale over the counter in one request. */
class CounterSalesTest {
  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void tenBellsLieInTheShop() {
    base = "/api/companies/" + core.newCompany("EUR", "false").value();
    send("/parties", "{'code':'C-1','name':'Counter','roles':['customer'],'country':'Italy'}");
    send("/items", "{'code':'BELL','name':'Bell'}");
    send("/stock/locations", "{'code':'SHOP','name':'Shop'}");
    send(
        "/stock/movements",
        "{'reason':'opening','lines':[{'item':'BELL','location':'SHOP','quantity':10,"
            + "'unitCost':2}]}");
  }

  @Test
  void ordersDeliversInvoicesAndTakesTheMoneyAtOnce() {
    JsonNode sale = send("/sales/counter-sales", asked(3, "20")).json();
    assertThat(sale.get("grossAmount").decimalValue()).isEqualByComparingTo("15");
    assertThat(sale.get("changeAmount").decimalValue()).isEqualByComparingTo("5");
    JsonNode order = got("/sales/orders/" + sale.get("orderNumber").asString());
    assertThat(order.get("status").asString()).isEqualTo("invoiced");
    JsonNode invoice = got("/sales/invoices/" + sale.get("invoice").asString());
    assertThat(invoice.get("openAmount").decimalValue()).isEqualByComparingTo("0");
    assertThat(invoice.get("costAmount").decimalValue()).isEqualByComparingTo("6");
    assertThat(
            got("/sales/payments/" + sale.get("payment").asString()).get("amount").decimalValue())
        .isEqualByComparingTo("15");
    got("/sales/deliveries/" + sale.get("delivery").asString());
    assertThat(onHand()).isEqualByComparingTo("7");
  }

  @Test
  void leavesNothingBehindWhenTheMoneyDoesNotSuffice() {
    HttpAnswer tooLittle =
        core.post(base + "/sales/counter-sales", asked(3, "14.99").replace('\'', '"'));
    assertThat(tooLittle.expecting(422).body())
        .contains("tendered", "14.99", "at least the EUR 15.00 due");
    assertThat(
            core.post(base + "/sales/counter-sales", asked(11, "99").replace('\'', '"')).status())
        .isEqualTo(409);
    assertThat(onHand()).isEqualByComparingTo("10");
    assertThat(got("/sales/orders").get("rows")).isEmpty();
  }

  private static String asked(int quantity, String tendered) {
    return ("{'customer':'C-1','location':'SHOP','tendered':%s,"
            + "'lines':[{'item':'BELL','quantity':%d,'unitPrice':5}]}")
        .formatted(tendered, quantity);
  }

  private java.math.BigDecimal onHand() {
    return got("/stock/availability?item=BELL").get("rows").get(0).get("onHand").decimalValue();
  }

  private JsonNode got(String path) {
    return core.get(base + path).expecting(200).json();
  }

  private HttpAnswer send(String path, String body) {
    return core.post(base + path, body.replace('\'', '"')).expecting(201);
  }
}
