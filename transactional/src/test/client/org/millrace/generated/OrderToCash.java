package org.millrace.generated;

import client.ApiClient;
import client.ApiException;
import client.ApiResponse;
import client.api.AccessLoginApi;
import client.api.ItemItemsApi;
import client.api.PartyPartiesApi;
import client.api.SalesInvoicesApi;
import client.api.SalesOrdersApi;
import client.api.StockStockApi;
import client.model.AccessLoginCredentials;
import client.model.DocumentAnswerOfSalesSalesOrder;
import client.model.ItemItemsNewItem;
import client.model.PartyPartiesNewParty;
import client.model.ProblemAnswer;
import client.model.SalesInvoice;
import client.model.SalesInvoicesPaymentAsked;
import client.model.SalesAskedLine;
import client.model.SalesOrdersDeliveryAsked;
import client.model.SalesOrdersDeliveryLine;
import client.model.SalesOrdersInvoiceAsked;
import client.model.SalesOrdersOrderAsked;
import client.model.StockStockAdjustment;
import client.model.StockStockLine;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * What a stranger writes against the generated client: an order is placed, delivered, billed and
 * paid. Compiled by GeneratedClientTest with the client that a public generator makes.
 */
public final class OrderToCash implements UnaryOperator<Map<String, String>> {
  private final Map<String, String> seen = new TreeMap<>();

  @Override
  public Map<String, String> apply(Map<String, String> given) {
    try {
      ApiClient client = new ApiClient();
      client.updateBaseUri(given.get("address"));
      String token =
          new AccessLoginApi(client)
              .accessLoginLogin(
                  new AccessLoginCredentials()
                      .user(given.get("user"))
                      .password(given.get("password")))
              .getToken();
      client.setRequestInterceptor(r -> r.header("Authorization", "Bearer " + token));
      masters(client, given.get("company"));
      orderToCash(client, given.get("company"));
      return seen;
    } catch (ApiException e) {
      throw new IllegalStateException(e.getCode() + " " + e.getResponseBody(), e);
    }
  }

  private void masters(ApiClient client, String company) throws ApiException {
    new PartyPartiesApi(client)
        .partyPartiesRegister(
            company,
            key(),
            new PartyPartiesNewParty()
                .code("ACME")
                .name("Acme Ltd")
                .country("GB")
                .addRolesItem(PartyPartiesNewParty.RolesEnum.CUSTOMER),
            null);
    new ItemItemsApi(client)
        .itemItemsRegister(
            company,
            key(),
            new ItemItemsNewItem()
                .code("BOLT")
                .name("Bolt M8")
                .unit("pcs")
                .kind(ItemItemsNewItem.KindEnum.STOCKED),
            null);
    new StockStockApi(client)
        .stockStockAdjust(
            company,
            key(),
            new StockStockAdjustment()
                .reason(StockStockAdjustment.ReasonEnum.OPENING)
                .addLinesItem(
                    new StockStockLine()
                        .item("BOLT")
                        .location("MAIN")
                        .quantity(new BigDecimal("10"))
                        .unitCost(new BigDecimal("1.25"))),
            null);
  }

  private void orderToCash(ApiClient client, String company) throws ApiException {
    SalesOrdersApi orders = new SalesOrdersApi(client);
    String key = key();
    ApiResponse<DocumentAnswerOfSalesSalesOrder> answer =
        orders.salesOrdersPlaceWithHttpInfo(company, key, order("BOLT", "3", "2.50"), null);
    DocumentAnswerOfSalesSalesOrder placed = answer.getData();
    seen.put("placed", answer.getStatusCode() + " " + placed.getNetAmount().toPlainString());
    String again =
        orders.salesOrdersPlace(company, key, order("BOLT", "3", "2.50"), null).getNumber();
    seen.put("sent again", again.equals(placed.getNumber()) ? "the same" : again);
    seen.put(
        "wrong item",
        refused(
            client, () -> orders.salesOrdersPlace(company, key(), order("NUT", "1", "1"), null)));

    deliver(client, company, placed);
    SalesInvoice invoice = bill(orders, company, placed.getNumber());
    collect(new SalesInvoicesApi(client), company, invoice.getNumber());
  }

  private static SalesOrdersOrderAsked order(String item, String quantity, String price) {
    return new SalesOrdersOrderAsked()
        .customer("ACME")
        .addLinesItem(
            new SalesAskedLine()
                .item(item)
                .quantity(new BigDecimal(quantity))
                .unitPrice(new BigDecimal(price)));
  }

  private void deliver(ApiClient client, String company, DocumentAnswerOfSalesSalesOrder order)
      throws ApiException {
    SalesOrdersApi orders = new SalesOrdersApi(client);
    SalesOrdersDeliveryAsked all =
        new SalesOrdersDeliveryAsked()
            .addLinesItem(new SalesOrdersDeliveryLine().line(1).quantity(new BigDecimal("3")));
    String number = order.getNumber();
    long newer = order.getVersion() + 7;
    seen.put(
        "another version",
        refused(
            client, () -> orders.salesOrdersDeliver(company, number, newer, key(), all, null)));
    orders.salesOrdersDeliver(company, number, order.getVersion(), key(), all, null);
    seen.put("delivered", orders.salesOrdersOne(company, number).getStatus().getValue());
  }

  private SalesInvoice bill(SalesOrdersApi orders, String company, String number)
      throws ApiException {
    long version = orders.salesOrdersOne(company, number).getVersion();
    SalesInvoice invoice =
        orders.salesOrdersInvoice(
            company, number, version, key(), new SalesOrdersInvoiceAsked().daysToPay(14), null);
    seen.put("billed", invoice.getOpenAmount().toPlainString() + " " + invoice.getCurrency());
    return invoice;
  }

  private void collect(SalesInvoicesApi invoices, String company, String number)
      throws ApiException {
    long version = invoices.salesInvoicesOne(company, number).getVersion();
    invoices.salesInvoicesPay(
        company,
        number,
        version,
        key(),
        new SalesInvoicesPaymentAsked().amount(new BigDecimal("7.50")),
        null);
    seen.put("open", invoices.salesInvoicesOne(company, number).getOpenAmount().toPlainString());
  }

  private interface Call {
    Object ask() throws ApiException;
  }

  private static String refused(ApiClient client, Call call) {
    try {
      return "was not refused: " + call.ask();
    } catch (ApiException refusal) {
      try {
        ProblemAnswer problem =
            client.getObjectMapper().readValue(refusal.getResponseBody(), ProblemAnswer.class);
        String field = problem.getProblems().isEmpty()
            ? "" : " " + problem.getProblems().get(0).getField();
        return refusal.getCode() + " " + problem.getType() + field;
      } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
        return "is not the problem that was promised: " + refusal.getResponseBody();
      }
    }
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
