package org.millrace.sales.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Quotations and orders in another currency than the company's, to invoice and credit note. */
class SalesAbroadApiTest {
  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void openTheBooks() {
    base = "/api/companies/" + core.newCompany("EUR", "false");
    post(
            "parties",
            "{'code':'C','name':'Shop','roles':['customer'],'country':'Italy',"
                + "'salesCurrency':'USD'}")
        .expecting(201);
    post("parties", "{'code':'H','name':'Home','roles':['customer'],'country':'Italy'}")
        .expecting(201);
    post("items", "{'code':'WHEEL','name':'Wheel'}").expecting(201);
    post(
            "stock/movements",
            "{'occurredAt':'2026-05-01T08:00:00Z','reason':'opening',"
                + "'lines':[{'item':'WHEEL','quantity':100,'unitCost':2}]}")
        .expecting(201);
    rate("2026-05-01", "0.90");
  }

  private HttpAnswer post(String path, String body) {
    return core.post(base + "/" + path, body.replace('\'', '"'));
  }

  private HttpAnswer act(String path, int version, String body) {
    return core.post(
        base + "/sales/" + path,
        body.replace('\'', '"'),
        Map.of("If-Match", "\"" + version + "\""));
  }

  private HttpAnswer change(int version, String more) {
    return core.send(
        "PUT",
        base + "/sales/orders/SO-000001",
        "{'customer':'C',%s'lines':[{'line':1,'item':'WHEEL','quantity':3,'unitPrice':9.99}]}"
            .formatted(more)
            .replace('\'', '"'),
        Map.of("If-Match", "\"" + version + "\""));
  }

  private void rate(String day, String rate) {
    post(
            "currency/rates",
            "{'fromCurrency':'USD','toCurrency':'EUR','validFrom':'%s','rate':'%s'}"
                .formatted(day, rate))
        .expecting(201);
  }

  private HttpAnswer order(String customer, String more) {
    return post(
        "sales/orders",
        "{'customer':'%s','occurredAt':'2026-05-04T08:00:00Z',%s".formatted(customer, more)
            + "'lines':[{'item':'WHEEL','quantity':3,'unitPrice':9.99}]}");
  }

  private static void amount(JsonNode node, String path, String expected) {
    assertThat(node.at(path).decimalValue())
        .as(path)
        .isEqualByComparingTo(new BigDecimal(expected));
  }

  @Test
  void areInTheCurrencyOfTheCustomerWithTheirWorthAtHome() {
    JsonNode order = order("C", "").expecting(201).json();
    assertThat(order.at("/currency").asString()).isEqualTo("EUR");
    assertThat(order.at("/foreign/currency").asString()).isEqualTo("USD");
    assertThat(order.at("/foreign/rate").asString()).isEqualTo("0.90");
    amount(order, "/foreign/netAmount", "29.97");
    amount(order, "/lines/0/foreign/unitPrice", "9.99");
    amount(order, "/lines/0/unitPrice", "8.991");
    amount(order, "/netAmount", "26.97");
    JsonNode read = core.get(base + "/sales/orders/SO-000001").expecting(200).json();
    amount(read, "/lines/0/foreign/netAmount", "29.97");
    JsonNode exposure = core.get(base + "/credit/exposures/C").json();
    amount(exposure, "/exposure/ordered", "26.97");
  }

  @Test
  void areInTheCurrencyThatIsNamed() {
    assertThat(order("C", "'currency':'EUR',").expecting(201).json().path("foreign").isObject())
        .isFalse();
    JsonNode named = order("H", "'currency':'USD','rate':'0.8',").expecting(201).json();
    amount(named, "/netAmount", "23.98");
    assertThat(order("H", "'rate':'0.8',").expecting(422).body())
        .contains("rate", "EUR, the currency of the company");
    assertThat(order("H", "'currency':'JPY',").expecting(409).body())
        .contains("There is no exchange rate from JPY to EUR on 2026-05-04");
  }

  @Test
  void haveThePriceOfAListInTheirCurrency() {
    for (String list :
        new String[] {
          "'code':'EURO','name':'Euro','side':'sales','currency':'EUR',"
              + "'rules':[{'item':'WHEEL','unitPrice':7}]",
          "'code':'DOLLAR','name':'Dollar','side':'sales','currency':'USD',"
              + "'rules':[{'item':'WHEEL','unitPrice':8}]"
        }) {
      post("price/lists", "{" + list + "}").expecting(201);
    }
    JsonNode order =
        post("sales/orders", "{'customer':'C','lines':[{'item':'WHEEL','quantity':2}]}")
            .expecting(201)
            .json();
    amount(order, "/foreign/netAmount", "16");
    assertThat(order.at("/lines/0/origin/priceList").asString()).isEqualTo("DOLLAR");
  }

  @Test
  void areInvoicedInPartsAtTheRateOfTheInvoiceAndCreditedAtThatOne() {
    order("C", "").expecting(201);
    rate("2026-05-10", "1.10");
    rate("2026-05-20", "1.30");
    act(
            "orders/SO-000001/deliveries",
            1,
            "{'occurredAt':'2026-05-10T08:00:00Z','lines':[{'line':1,'quantity':2}]}")
        .expecting(201);
    JsonNode first =
        act("orders/SO-000001/invoices", 2, "{'occurredAt':'2026-05-10T09:00:00Z'}")
            .expecting(201)
            .json();
    assertThat(first.at("/foreign/currency").asString()).isEqualTo("USD");
    assertThat(first.at("/foreign/rate").asString()).isEqualTo("1.10");
    amount(first, "/foreign/openAmount", "19.98");
    amount(first, "/netAmount", "21.98");
    amount(first, "/lines/0/unitPrice", "10.989");
    amount(first, "/lines/0/foreign/netAmount", "19.98");
    act("orders/SO-000001/deliveries", 3, "{'occurredAt':'2026-05-20T08:00:00Z'}").expecting(201);
    JsonNode second =
        act("orders/SO-000001/invoices", 4, "{'occurredAt':'2026-05-20T09:00:00Z'}")
            .expecting(201)
            .json();
    amount(second, "/foreign/netAmount", "9.99");
    amount(second, "/netAmount", "12.99");
    JsonNode note =
        act("invoices/IN-000001/credit-notes", 1, "{'occurredAt':'2026-05-21T09:00:00Z'}")
            .expecting(201)
            .json();
    assertThat(note.at("/foreign/rate").asString()).isEqualTo("1.10");
    amount(note, "/foreign/netAmount", "-19.98");
    amount(note, "/netAmount", "-21.98");
  }

  @Test
  void keepTheirCurrencyWhenChangedAndAreNotMixed() {
    order("C", "").expecting(201);
    rate("2026-05-02", "0.95");
    JsonNode kept = change(1, "").expecting(200).json();
    assertThat(kept.at("/foreign/rate").asString()).isEqualTo("0.90");
    amount(kept, "/foreign/netAmount", "29.97");
    act("orders/SO-000001/deliveries", 2, "{'lines':[{'line':1,'quantity':1}]}").expecting(201);
    assertThat(change(3, "'currency':'EUR',").expecting(422).body())
        .contains("USD at 0.90, in which the order was delivered in part");
  }

  @Test
  void handTheCurrencyOfAQuotationOn() {
    JsonNode quotation =
        post(
                "sales/quotations",
                "{'customer':'C','validUntil':'2026-06-30','occurredAt':'2026-05-04T08:00:00Z',"
                    + "'lines':[{'item':'WHEEL','quantity':3,'unitPrice':11.10,"
                    + "'discountPercent':10}]}")
            .expecting(201)
            .json();
    amount(quotation, "/foreign/netAmount", "29.97");
    amount(quotation, "/netAmount", "26.97");
    rate("2026-05-10", "1.10");
    act("quotations/QU-000001/accept", 1, "{'occurredAt':'2026-05-11T08:00:00Z'}").expecting(200);
    JsonNode order = core.get(base + "/sales/orders/SO-000001").expecting(200).json();
    assertThat(order.at("/foreign/rate").asString()).isEqualTo("1.10");
    amount(order, "/foreign/netAmount", "29.97");
    amount(order, "/netAmount", "32.97");
  }
}
