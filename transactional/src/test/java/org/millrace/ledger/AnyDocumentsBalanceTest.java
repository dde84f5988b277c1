package org.millrace.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.millrace.HttpAnswer;
import org.millrace.TestingBooks;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/**
 * Whatever is bought, billed, paid, made, served, sold and counted, allowed or refused: the books
 * balance and each control account equals the documents behind it.
 */
class AnyDocumentsBalanceTest {
  private static final String PRICED = "'lines':[{'item':'%s','quantity':%d,'unitPrice':%s}]}";

  private final TestingCore core = TestingCore.running();
  private String company;
  private String base;

  @Property(tries = 6)
  void everyControlAccountEqualsItsDocuments(
      @ForAll long seed, @ForAll @IntRange(min = 10, max = 40) int acts) {
    open();
    Random random = new Random(seed);
    for (int i = 0; i < acts; i++) {
      assertThat(act(random).status()).isIn(200, 201, 404, 409, 412, 422);
    }
    JsonNode balance = core.get(base + "/ledger/trial-balance").expecting(200).json();
    assertThat(balance.get("debit").decimalValue())
        .isEqualByComparingTo(balance.get("credit").decimalValue());
    assertThat(closing("1200")).isEqualByComparingTo(sum("value_amount", "stock.valuation"));
    assertThat(closing("1100"))
        .isEqualByComparingTo(sum("net_amount - paid_amount", "sales.invoice"));
    assertThat(closing("1000"))
        .isEqualByComparingTo(
            sum("amount", "sales.payment").subtract(sum("amount", "purchasing.supplier_payment")));
    assertThat(closing("1250"))
        .isEqualByComparingTo(sum("material_cost - completed_cost", "production.work_order"));
    assertThat(closing("2000"))
        .isEqualByComparingTo(sum("-open_amount", "purchasing.supplier_invoice"));
    assertThat(closing("2100"))
        .isEqualByComparingTo(
            sum("amount", "purchasing.receipt_match")
                .subtract(sum("amount", "purchasing.receipt_line")));
    assertThat(core.get(base + "/ledger/checks?holds=false").expecting(200).json().get("rows"))
        .isEmpty();
    assertThat(closing("1320"))
        .isEqualByComparingTo(
            sum("case when receipt is null then cost else 0 end", "purchasing.receipt_match"));
    assertThat(closing("6400")).isEqualByComparingTo(sum("cost", "service.part"));
  }

  private void open() {
    company = core.newCompany("EUR", "false").value();
    base = "/api/companies/" + company;
    send("/parties", "{'code':'P','name':'Both','roles':['customer','supplier'],'country':'Italy'}")
        .expecting(201);
    send("/items", "{'code':'BELL','name':'Bell'}").expecting(201);
    send("/items", "{'code':'BIKE','name':'Bike','materials':[{'item':'BELL','quantity':2}]}")
        .expecting(201);
    send("/stock/movements", "{'lines':[{'item':'BELL','quantity':7,'unitCost':3.333}]}")
        .expecting(201);
  }

  private HttpAnswer act(Random random) {
    int pieces = 1 + random.nextInt(6);
    String price = BigDecimal.valueOf(1 + random.nextInt(999), 2).toPlainString();
    String line = "{'lines':[{'line':1,'quantity':%d}]}".formatted(pieces);
    return switch (random.nextInt(15)) {
      case 0, 1 -> send("/purchasing/orders", "{'supplier':'P'," + lines("BELL", pieces, price));
      case 2 -> change("/purchasing/orders", "/receipts", line);
      case 3 -> change("/purchasing/orders", "/invoices", billed(pieces, random));
      case 4 -> change("/purchasing/invoices", "/payments", "{'amount':%s}".formatted(price));
      case 5 -> send("/production/work-orders", "{'item':'BIKE','quantity':%d}".formatted(pieces));
      case 6 -> change("/production/work-orders", "/consumptions", "{}");
      case 7 -> change("/production/work-orders", "/completions", "{'quantity':1}");
      case 8 -> send("/sales/invoices", "{'customer':'P'," + lines("BIKE", 1, price));
      case 9 -> serve();
      case 10 -> change("/sales/invoices", "/payments", "{'amount':%s}".formatted(price));
      case 11 -> change("/purchasing/invoices", "/reverse", "{'reason':'Any'}");
      case 12 -> sendBack(pieces);
      case 13 ->
          change(
              random.nextBoolean() ? "/sales/payments" : "/purchasing/payments",
              "/reverse",
              "{'reason':'Any'}");
      default ->
          send(
              "/stock/movements",
              "{'lines':[{'item':'BELL','quantity':%d}]}"
                  .formatted(random.nextBoolean() ? pieces : -pieces));
    };
  }

  private static String lines(String item, int quantity, String price) {
    return PRICED.formatted(item, quantity, price);
  }

  /** A bill at the ordered price or one percent beside it, which the match lets pass. */
  private String billed(int pieces, Random random) {
    JsonNode orders = core.get(base + "/purchasing/orders").json().get("rows");
    BigDecimal ordered =
        orders.isEmpty()
            ? BigDecimal.ONE
            : orders.get(0).get("lines").get(0).get("unitPrice").decimalValue();
    BigDecimal billed = random.nextBoolean() ? ordered : ordered.multiply(new BigDecimal("1.01"));
    return "{'lines':[{'line':1,'quantity':%d,'unitPrice':%s}]}"
        .formatted(pieces, billed.toPlainString());
  }

  /** Goods of the latest receipt go back. */
  private HttpAnswer sendBack(int pieces) {
    JsonNode rows = core.get(base + "/purchasing/receipts").json().get("rows");
    String receipt = rows.isEmpty() ? "NONE" : rows.get(0).get("number").asString();
    String order = rows.isEmpty() ? "NONE" : rows.get(0).get("orderNumber").asString();
    String path = base + "/purchasing/orders/" + order;
    return core.post(
        path + "/returns",
        "{\"receipt\":\"%s\",\"lines\":[{\"line\":1,\"quantity\":%d}]}".formatted(receipt, pieces),
        Map.of("If-Match", core.get(path).header("ETag").orElse("\"1\"")));
  }

  private HttpAnswer serve() {
    String ticket =
        send("/service/tickets", "{'customer':'P','subject':'Silent bell'}")
            .json()
            .get("number")
            .asString();
    return core.post(
        base + "/service/tickets/" + ticket + "/parts",
        "{\"item\": \"BELL\"}",
        Map.of("If-Match", "\"1\""));
  }

  /** An act on the latest document of a list, decided on its present version. */
  private HttpAnswer change(String list, String act, String body) {
    JsonNode rows = core.get(base + list).json().get("rows");
    String number = rows.isEmpty() ? "NONE" : rows.get(0).get("number").asString();
    String version = core.get(base + list + "/" + number).header("ETag").orElse("\"1\"");
    return core.post(
        base + list + "/" + number + act, body.replace('\'', '"'), Map.of("If-Match", version));
  }

  private HttpAnswer send(String path, String body) {
    return core.post(base + path, body.replace('\'', '"'));
  }

  private BigDecimal closing(String account) {
    return new BigDecimal(TestingBooks.balances(core, company).getOrDefault(account, "0"));
  }

  private BigDecimal sum(String amount, String table) {
    return core.jdbc()
        .sql("select coalesce(sum(" + amount + "), 0) from " + table + " where company = ?")
        .param(company)
        .query(BigDecimal.class)
        .single();
  }
}
