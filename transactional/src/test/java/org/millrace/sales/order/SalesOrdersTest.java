package org.millrace.sales.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.shared.CompanyCode;
import tools.jackson.databind.JsonNode;

/** A sales order through all its states, over HTTP. */
class SalesOrdersTest {
  private final TestingCore core = TestingCore.running();
  private final CompanyCode company = core.newCompany();
  private final String base = "/api/companies/" + company;
  private final String orders = base + "/sales/orders";

  @BeforeEach
  void stockTenBells() {
    core.post(
            base + "/parties",
            """
            {"code": "C1", "name": "Bike shop", "roles": ["customer"], "country": "France"}
            """)
        .expecting(201);
    core.post(base + "/items", "{\"code\": \"BELL\", \"name\": \"Bell\", \"unit\": \"pcs\"}")
        .expecting(201);
    core.post(
            base + "/stock/movements",
            """
            {"occurredAt": "2026-01-01T00:00:00Z",
             "lines": [{"item": "BELL", "quantity": 10, "unitCost": 3}]}
            """)
        .expecting(201);
  }

  @Test
  void walksFromTheOrderToTheCash() {
    String order = place(8);
    JsonNode first = deliver(order, 1, "{\"lines\": [{\"line\": 1, \"quantity\": 5}]}").json();
    assertThat(first.get("order").get("status").asString()).isEqualTo("open");
    assertThat(first.get("order").get("lines").get(0).get("deliveredQuantity").asInt())
        .isEqualTo(5);
    JsonNode second = deliver(order, 2, "{}").json();
    assertThat(second.get("order").get("status").asString()).isEqualTo("delivered");
    JsonNode invoice = act(order + "/invoices", 3).expecting(201).json();
    assertThat(invoice.get("netAmount").decimalValue()).isEqualByComparingTo("39.96");
    assertThat(invoice.get("costAmount").decimalValue()).isEqualByComparingTo("24");
    String number = invoice.get("number").asString();
    core.post(
            base + "/sales/invoices/" + number + "/payments",
            "{\"amount\": 39.96}",
            Map.of("If-Match", "\"1\""))
        .expecting(201);
    assertThat(core.get(orders + "/" + order).json().get("status").asString())
        .isEqualTo("invoiced");
    assertThat(closing("1100")).isEqualTo("0");
    assertThat(closing("4000")).isEqualTo("-39.96");
    assertThat(closing("5000")).isEqualTo("24");
    assertThat(closing("1200")).isEqualTo("6");
  }

  @Test
  void deliversAgainWhatCameBackWhenAReplacementIsDue() {
    String order = place(8);
    deliver(order, 1, "{\"lines\": [{\"line\": 1, \"quantity\": 5}]}");
    String number = act(order + "/invoices", 2).json().get("number").asString();
    String notes = base + "/sales/invoices/" + number + "/credit-notes";
    core.post(notes, "{\"replacement\": \"due\"}", Map.of("If-Match", "\"1\"")).expecting(201);
    JsonNode reopened = core.get(orders + "/" + order).json();
    assertThat(reopened.at("/lines/0/deliveredQuantity").asInt()).isZero();
    assertThat(reopened.get("status").asString()).isEqualTo("open");
    deliver(order, 4, "{}").expecting(201);
    JsonNode invoice = act(order + "/invoices", 5).expecting(201).json();
    assertThat(invoice.get("netAmount").decimalValue()).isEqualByComparingTo("39.96");
    assertThat(invoice.get("costAmount").decimalValue()).isEqualByComparingTo("24");
    assertThat(core.get(orders + "/" + order).json().get("status").asString())
        .isEqualTo("invoiced");
    assertThat(closing("1200")).isEqualTo("6");
  }

  @Test
  void completesAnOrderWithoutWhatCameBackForGood() {
    String order = place(8);
    deliver(order, 1, "{\"lines\": [{\"line\": 1, \"quantity\": 5}]}");
    String number = act(order + "/invoices", 2).json().get("number").asString();
    String notes = base + "/sales/invoices/" + number + "/credit-notes";
    core.post(notes, "{}", Map.of("If-Match", "\"1\"")).expecting(201);
    deliver(order, 3, "{}").expecting(201);
    JsonNode invoice = act(order + "/invoices", 4).expecting(201).json();
    assertThat(invoice.at("/lines/0/quantity").asInt()).isEqualTo(3);
    assertThat(core.get(orders + "/" + order).json().get("status").asString())
        .isEqualTo("invoiced");
  }

  @Test
  void refusesIllegalJumpsWithAdvice() {
    String order = place(2);
    HttpAnswer early = act(order + "/invoices", 1);
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.json().get("detail").asString())
        .contains("no delivered goods to invoice. Deliver some first.");
    deliver(order, 1, "{}").expecting(201);
    HttpAnswer cancel = act(order + "/cancel", 2);
    assertThat(cancel.status()).isEqualTo(409);
    assertThat(cancel.json().get("detail").asString())
        .contains("cannot be cancelled: it is delivered. Invoice it;");
    act(order + "/invoices", 2).expecting(201);
    HttpAnswer again = deliver(order, 3, "{}");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.json().get("detail").asString()).contains("credit note");
  }

  @Test
  void cancelsWhatIsNotDelivered() {
    String order = place(2);
    assertThat(act(order + "/cancel", 1).expecting(200).json().get("status").asString())
        .isEqualTo("cancelled");
    HttpAnswer deliver = deliver(order, 2, "{}");
    assertThat(deliver.status()).isEqualTo(409);
    assertThat(deliver.json().get("detail").asString()).contains("Place a new order instead.");
  }

  @Test
  void refusesMoreThanIsOrderedAndMoreThanIsThere() {
    String small = place(2);
    HttpAnswer tooMuch = deliver(small, 1, "{\"lines\": [{\"line\": 1, \"quantity\": 3}]}");
    assertThat(tooMuch.status()).isEqualTo(422);
    assertThat(tooMuch.json().get("detail").asString()).contains("at most the 2");
    HttpAnswer shortage = deliver(place(11), 1, "{}");
    assertThat(shortage.status()).isEqualTo(409);
    assertThat(shortage.json().toString()).contains("BELL");
  }

  @Test
  void keepsTheDayTheCustomerWants() {
    String order = place("\"2026-01-20\"").expecting(201).json().get("number").asString();
    JsonNode delivered = deliver(order, 1, "{}").expecting(201).json();
    assertThat(delivered.get("order").get("requestedDate").asString()).isEqualTo("2026-01-20");
    JsonNode kept = core.get(orders + "/" + order).json();
    assertThat(kept.get("requestedDate").asString()).isEqualTo("2026-01-20");
    assertThat(core.get(orders + "/" + place(1)).json().has("requestedDate")).isFalse();
  }

  @Test
  void refusesADayBeforeTheOrder() {
    HttpAnswer refused = place("\"2026-01-01\"").expecting(422);
    assertThat(refused.json().get("detail").asString())
        .contains("requestedDate", "2026-01-01", "a day not before the order date 2026-01-02");
    assertThat(place("\"2026-01-02\"").status()).isEqualTo(201);
  }

  @Test
  void movesToAnotherDayWhileSomethingIsToBeDelivered() {
    String order = place(2);
    JsonNode moved = reschedule(order, 1, "2026-02-03").expecting(200).json();
    assertThat(moved.get("requestedDate").asString()).isEqualTo("2026-02-03");
    assertThat(moved.get("status").asString()).isEqualTo("open");
    JsonNode kept = core.get(orders + "/" + order).json();
    assertThat(kept.get("requestedDate").asString()).isEqualTo("2026-02-03");
    HttpAnswer early = reschedule(order, 2, "2026-01-01").expecting(422);
    assertThat(early.json().get("detail").asString())
        .contains(order, "2026-01-01", "not before the order date 2026-01-02");
    assertThat(reschedule(order, 1, "2026-02-04").status()).isEqualTo(412);
    deliver(order, 2, "{}").expecting(201);
    HttpAnswer late = reschedule(order, 3, "2026-02-04").expecting(409);
    assertThat(late.json().get("detail").asString())
        .contains("cannot be rescheduled: it is delivered.");
  }

  @Test
  void changesWhatWasMistypedAndReservesThat() {
    String order = place(8);
    JsonNode changed = change(order, 1, "{\"line\": 1, %s}".formatted(bells(3))).json();
    assertThat(changed.get("netAmount").decimalValue()).isEqualByComparingTo("14.99");
    assertThat(changed.get("version").asLong()).isEqualTo(2);
    JsonNode reserved = core.get(base + "/stock/reservations").json().at("/rows/0");
    assertThat(reserved.get("reserved").asInt()).isEqualTo(3);
    JsonNode told = core.get(orders + "/" + order + "/history").json().get(0);
    assertThat(told.get("event").asString()).isEqualTo("sales.order-changed");
    assertThat(told.get("changes").toString()).contains("lines.1.quantity");
    deliver(order, 2, "{\"lines\": [{\"line\": 1, \"quantity\": 2}]}").expecting(201);
    HttpAnswer less = change(order, 3, "{\"line\": 1, %s}".formatted(bells(1)));
    assertThat(less.expecting(422).body()).contains("at least the 2 delivered");
    JsonNode more =
        change(order, 3, "{\"line\": 1, %s}, {%s}".formatted(bells(3), bells(2))).json();
    assertThat(more.at("/lines/1/line").asInt()).isEqualTo(2);
    deliver(order, 4, "{}").expecting(201);
    JsonNode invoice = act(order + "/invoices", 5).expecting(201).json();
    assertThat(invoice.get("netAmount").decimalValue()).isEqualByComparingTo("24.98");
    assertThat(change(order, 6, "{\"line\": 1, %s}".formatted(bells(3))).expecting(409).body())
        .contains("cannot be changed: it is invoiced");
  }

  private static String bells(int quantity) {
    return "\"item\": \"BELL\", \"quantity\": %d, \"unitPrice\": 4.995".formatted(quantity);
  }

  private HttpAnswer change(String order, int version, String lines) {
    return core.send(
        "PUT",
        orders + "/" + order,
        "{\"customer\": \"C1\", \"lines\": [%s]}".formatted(lines),
        Map.of("If-Match", "\"" + version + "\""));
  }

  @Test
  void findsOrdersByStateAndDay() {
    String small = place(1);
    String large = place(9);
    act(small + "/cancel", 1).expecting(200);
    JsonNode open = core.get(orders + "?status=open&orderDate.from=2026-01-02").json();
    assertThat(open.get("total").asLong()).isEqualTo(1);
    assertThat(open.at("/rows/0/number").asString()).isEqualTo(large);
    assertThat(core.get(orders + "?netAmount.to=5").json().at("/rows/0/number").asString())
        .isEqualTo(small);
    assertThat(core.get(orders + "?colour=red").expecting(422).body()).contains("colour");
  }

  @Test
  void refusesAnOldVersion() {
    String order = place(2);
    deliver(order, 1, "{\"lines\": [{\"line\": 1, \"quantity\": 1}]}").expecting(201);
    assertThat(deliver(order, 1, "{}").status()).isEqualTo(412);
  }

  private String place(int quantity) {
    String body =
        """
        {"customer": "C1", "occurredAt": "2026-01-02T00:00:00Z",
         "lines": [{"item": "BELL", "quantity": %d, "unitPrice": 4.995}]}
        """;
    return core.post(orders, body.formatted(quantity))
        .expecting(201)
        .json()
        .get("number")
        .asString();
  }

  /** One bell, ordered on 2 January. */
  private HttpAnswer place(String requested) {
    String body =
        """
        {"customer": "C1", "occurredAt": "2026-01-02T00:00:00Z", "requestedDate": %s,
         "lines": [{"item": "BELL", "quantity": 1, "unitPrice": 4.995}]}
        """;
    return core.post(orders, body.formatted(requested));
  }

  private HttpAnswer reschedule(String order, int version, String requested) {
    return core.post(
        orders + "/" + order + "/reschedule",
        "{\"requestedDate\": \"%s\"}".formatted(requested),
        Map.of("If-Match", "\"" + version + "\""));
  }

  private HttpAnswer deliver(String order, int version, String body) {
    return core.post(
        orders + "/" + order + "/deliveries", body, Map.of("If-Match", "\"" + version + "\""));
  }

  private HttpAnswer act(String path, int version) {
    return core.post(orders + "/" + path, "{}", Map.of("If-Match", "\"" + version + "\""));
  }

  private String closing(String account) {
    for (JsonNode row : core.get(base + "/ledger/trial-balance").json().get("rows")) {
      if (row.get("account").asString().equals(account)) {
        return row.get("closing").decimalValue().stripTrailingZeros().toPlainString();
      }
    }
    return "0";
  }
}
