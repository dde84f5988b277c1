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
import client.model.SalesNewInvoiceLine;
import client.model.SalesOrdersDeliveryAsked;
import client.model.SalesOrdersDeliveryLine;
import client.model.SalesOrdersInvoiceAsked;
import client.model.SalesOrdersOrderAsked;
import client.model.StockStockAdjustment;
import client.model.StockStockLine;
import java.math.BigDecimal;
import java.util.List;
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
    SalesOrdersOrderAsked asked =
        new SalesOrdersOrderAsked()
            .customer("ACME")
            .addLinesItem(
                new SalesNewInvoiceLine()
                    .item("BOLT")
                    .quantity(new BigDecimal("3"))
                    .unitPrice(new BigDecimal("2.50")));
    String key = key();
    ApiResponse<DocumentAnswerOfSalesSalesOrder> answer =
        orders.salesOrdersPlaceWithHttpInfo(company, key, asked, null);
    DocumentAnswerOfSalesSalesOrder placed = answer.getData();
    String number = placed.getNumber();
    seen.put("placed", answer.getStatusCode() + " " + placed.getNetAmount().toPlainString());
    seen.put(
        "sent again",
        orders.salesOrdersPlace(company, key, asked, null).getNumber().equals(number) + "");

    SalesOrdersDeliveryAsked all =
        new SalesOrdersDeliveryAsked()
            .lines(
                List.of(new SalesOrdersDeliveryLine().line(1).quantity(new BigDecimal("3"))));
    seen.put(
        "old version",
        refused(
            client,
            () ->
                orders.salesOrdersDeliver(
                    company, number, placed.getVersion() + 7, key(), all, null)));
    seen.put(
        "wrong item",
        refused(
            client,
            () ->
                orders.salesOrdersPlace(
                    company,
                    key(),
                    new SalesOrdersOrderAsked()
                        .customer("ACME")
                        .addLinesItem(
                            new SalesNewInvoiceLine()
                                .item("NUT")
                                .quantity(BigDecimal.ONE)
                                .unitPrice(BigDecimal.ONE)),
                    null)));
    orders.salesOrdersDeliver(company, number, placed.getVersion(), key(), all, null);

    DocumentAnswerOfSalesSalesOrder delivered = orders.salesOrdersOne(company, number);
    seen.put("delivered", delivered.getStatus().getValue());
    SalesInvoice invoice =
        orders.salesOrdersInvoice(
            company,
            number,
            delivered.getVersion(),
            key(),
            new SalesOrdersInvoiceAsked().daysToPay(14),
            null);
    seen.put("billed", invoice.getOpenAmount().toPlainString() + " " + invoice.getCurrency());

    SalesInvoicesApi invoices = new SalesInvoicesApi(client);
    invoices.salesInvoicesPay(
        company,
        invoice.getNumber(),
        invoices.salesInvoicesOne(company, invoice.getNumber()).getVersion(),
        key(),
        new SalesInvoicesPaymentAsked().amount(new BigDecimal("7.50")),
        null);
    seen.put(
        "collected",
        invoices.salesInvoicesOne(company, invoice.getNumber()).getOpenAmount().toPlainString());
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
