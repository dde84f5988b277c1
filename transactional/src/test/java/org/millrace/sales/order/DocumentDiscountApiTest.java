package org.millrace.sales.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** A discount in percent on the whole of a quotation and an order, to the last credit note. */
class DocumentDiscountApiTest {
  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void openTheBooks() {
    base = "/api/companies/" + core.newCompany("EUR", "false");
    post("parties", "{'code':'C','name':'Shop','roles':['customer'],'country':'Italy'}")
        .expecting(201);
    post("items", "{'code':'WHEEL','name':'Wheel'}").expecting(201);
    post(
            "stock/movements",
            "{'occurredAt':'2026-05-01T08:00:00Z','reason':'opening',"
                + "'lines':[{'item':'WHEEL','quantity':100,'unitCost':2}]}")
        .expecting(201);
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

  private HttpAnswer order(String more) {
    return post(
        "sales/orders",
        "{'customer':'C','occurredAt':'2026-05-04T08:00:00Z',%s".formatted(more)
            + "'lines':[{'item':'WHEEL','quantity':3,'unitPrice':10.10}]}");
  }

  private HttpAnswer change(String document, int version, String more) {
    return core.send(
        "PUT",
        base + "/sales/" + document,
        "{'customer':'C',%s'lines':[{'line':1,'item':'WHEEL','quantity':3,'unitPrice':10.10}]}"
            .formatted(more)
            .replace('\'', '"'),
        Map.of("If-Match", "\"" + version + "\""));
  }

  /** One more piece delivered and invoiced. */
  private JsonNode invoiced(int piece, String more) {
    act("orders/SO-000001/deliveries", 2 * piece - 1, "{'lines':[{'line':1,'quantity':1}]}")
        .expecting(201);
    return act("orders/SO-000001/invoices", 2 * piece, more).expecting(201).json();
  }

  private static void amount(JsonNode node, String path, String expected) {
    assertThat(node.at(path).decimalValue())
        .as(path)
        .isEqualByComparingTo(new BigDecimal(expected));
  }

  @Test
  void isHandedOnFromQuotationToInvoicesAndCreditNotesToTheCent() {
    JsonNode quotation =
        post(
                "sales/quotations",
                "{'customer':'C','validUntil':'2026-06-30','occurredAt':'2026-05-04T08:00:00Z',"
                    + "'documentDiscountPercent':3,"
                    + "'lines':[{'item':'WHEEL','quantity':3,'unitPrice':10.10}]}")
            .expecting(201)
            .json();
    amount(quotation, "/netAmount", "29.39");
    amount(quotation, "/documentDiscount/amount", "0.91");
    act("quotations/QU-000001/accept", 1, "{'occurredAt':'2026-05-05T08:00:00Z'}").expecting(200);
    JsonNode order = core.get(base + "/sales/orders/SO-000001").expecting(200).json();
    amount(order, "/netAmount", "29.39");
    amount(order, "/lines/0/netAmount", "29.39");
    amount(order, "/documentDiscount/percent", "3");
    amount(order, "/documentDiscount/amount", "0.91");
    amount(invoiced(1, "{}"), "/netAmount", "9.8");
    JsonNode second = invoiced(2, "{}");
    amount(second, "/netAmount", "9.79");
    amount(second, "/tax/discount", "0.31");
    amount(invoiced(3, "{}"), "/netAmount", "9.8");
    JsonNode note = act("invoices/IN-000002/credit-notes", 1, "{}").expecting(201).json();
    amount(note, "/netAmount", "-9.79");
  }

  @Test
  void isOfTheNetAmountThatTaxIsOf() {
    post("tax/codes", "{'code':'V19','name':'19','rates':[{'validFrom':'2000-01-01','rate':19}]}")
        .expecting(201);
    post(
            "sales/orders",
            "{'customer':'C','documentDiscountPercent':10,"
                + "'lines':[{'item':'WHEEL','quantity':1,'unitPrice':100,'taxCode':'V19'}]}")
        .expecting(201);
    JsonNode invoice = invoiced(1, "{'documentDiscount':5}");
    amount(invoice, "/netAmount", "85");
    amount(invoice, "/tax/discount", "15");
    amount(invoice, "/tax/amount", "16.15");
    amount(invoice, "/openAmount", "101.15");
  }

  @Test
  void isSeenByCreditAndTheCashForecast() {
    order("'documentDiscountPercent':3,").expecting(201);
    JsonNode exposure = core.get(base + "/credit/exposures/C").json();
    amount(exposure, "/exposure/ordered", "29.39");
    JsonNode flow = core.get(base + "/cash/flows?document=SO-000001").json();
    assertThat(flow.at("/rows/0/amount").asString()).isEqualTo("29.39");
  }

  @Test
  void isPrepaidAsItIs() {
    order("'documentDiscountPercent':3,").expecting(201);
    JsonNode prepaid =
        act("orders/SO-000001/prepayment-invoices", 1, "{'percent':100}").expecting(201).json();
    amount(prepaid, "/openAmount", "29.39");
  }

  @Test
  void isToldAndInvoicedInTheCurrencyOfTheOrder() {
    post(
            "currency/rates",
            "{'fromCurrency':'USD','toCurrency':'EUR','validFrom':'2026-05-01','rate':'0.90'}")
        .expecting(201);
    JsonNode order = order("'currency':'USD','documentDiscountPercent':3,").expecting(201).json();
    amount(order, "/documentDiscount/foreignAmount", "0.91");
    amount(order, "/documentDiscount/amount", "0.82");
    amount(order, "/foreign/netAmount", "29.39");
    amount(order, "/netAmount", "26.45");
    amount(invoiced(1, "{}"), "/foreign/netAmount", "9.8");
    amount(invoiced(2, "{}"), "/foreign/netAmount", "9.79");
    amount(invoiced(3, "{}"), "/foreign/netAmount", "9.8");
  }

  @Test
  void isChangedUntilSomethingIsDelivered() {
    order("'documentDiscountPercent':3,").expecting(201);
    amount(change("orders/SO-000001", 1, "").expecting(200).json(), "/netAmount", "30.3");
    JsonNode changed =
        change("orders/SO-000001", 2, "'documentDiscountPercent':5,").expecting(200).json();
    amount(changed, "/netAmount", "28.78");
    act("orders/SO-000001/deliveries", 3, "{'lines':[{'line':1,'quantity':1}]}").expecting(201);
    assertThat(change("orders/SO-000001", 4, "'documentDiscountPercent':4,").expecting(422).body())
        .contains("documentDiscountPercent", "5, at which the order was delivered in part");
    change("orders/SO-000001", 4, "'documentDiscountPercent':5.0,").expecting(200);
  }

  @Test
  void isAPercentage() {
    for (String wrong : new String[] {"-1", "100.5", "1.23456"}) {
      assertThat(order("'documentDiscountPercent':" + wrong + ",").expecting(422).body())
          .contains("documentDiscountPercent", wrong, "0 to 100 with at most 4 decimals");
    }
    JsonNode none = order("'documentDiscountPercent':0,").expecting(201).json();
    assertThat(none.path("documentDiscount").isObject()).isFalse();
  }
}
