package org.millrace.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingBooks;
import org.millrace.TestingCore;

/** What each act of purchasing, production and service debits and credits. */
class PostingRulesTest {
  private final TestingCore core = TestingCore.running();
  private String company;
  private String base;

  @BeforeEach
  void openABicycleMaker() {
    company = core.newCompany("EUR", "false").value();
    base = "/api/companies/" + company;
    send(
        "/parties",
        "{'code':'P','name':'Tubes','roles':['customer','supplier'],'country':'Italy'}");
    send("/items", "{'code':'BELL','name':'Bell'}");
    send("/items", "{'code':'BIKE','name':'Bike','materials':[{'item':'BELL','quantity':2}]}");
  }

  @Test
  void aReceiptIsAtTheOrderedPriceAndTheBillChargesTheGoodsWithTheDifference() {
    String order = number(send("/purchasing/orders", order(100, "42.50")));
    assertThat(posted()).isEmpty();
    act("/purchasing/orders/" + order + "/receipts", 1, "{'lines':[{'line':1,'quantity':95}]}");
    assertThat(posted()).containsExactly("stock.goods-moved: 1200 4037.5, 2100 -4037.5");
    HttpAnswer bill =
        act(
            "/purchasing/orders/" + order + "/invoices",
            2,
            "{'lines':[{'line':1,'quantity':95,'unitPrice':43}]}");
    assertThat(last()).isEqualTo("stock.goods-moved: 1200 47.5, 2100 -47.5");
    assertThat(last(1)).isEqualTo("purchasing.supplier-invoice-posted: 2000 -4085, 2100 4085");
    act("/purchasing/invoices/" + number(bill) + "/payments", 1, "{'amount':1000}");
    assertThat(last()).isEqualTo("purchasing.supplier-paid: 1000 -1000, 2000 1000");
  }

  /** In 10 at 10, in 10 at 12, out 15: cost 165, 55 left, at moving average 11. */
  @Test
  void goodsThatLeaveCostTheirMovingAverage() {
    buy(10, "10");
    buy(10, "12");
    send("/sales/invoices", "{'customer':'P'," + lines(15, "20"));
    assertThat(posted())
        .contains("stock.goods-moved: 1200 -165, 5000 165")
        .contains("sales.invoice-posted: 1100 300, 4000 -300");
    assertThat(TestingBooks.balances(core, company)).containsEntry("1200", "55");
  }

  @Test
  void aWorkOrderGoesFromTheStockThroughWorkInProgressBackToTheStock() {
    buy(10, "10");
    buy(10, "12");
    String work = number(send("/production/work-orders", "{'item':'BIKE','quantity':6}"));
    String path = "/production/work-orders/" + work;
    act(path + "/consumptions", 1, "{}");
    assertThat(last()).isEqualTo("stock.goods-moved: 1200 -132, 1250 132");
    act(path + "/completions", 2, "{'quantity':4}");
    assertThat(last()).isEqualTo("stock.goods-moved: 1200 88, 1250 -88");
    assertThat(TestingBooks.balances(core, company))
        .containsEntry("1250", "44")
        .containsEntry("1200", "176");
  }

  @Test
  void aPartUsedIsACostOfService() {
    buy(4, "18.75");
    String ticket = number(send("/service/tickets", "{'customer':'P','subject':'Silent'}"));
    act("/service/tickets/" + ticket + "/parts", 1, "{'item':'BELL'}");
    assertThat(last()).isEqualTo("stock.goods-moved: 1200 -18.75, 6400 18.75");
  }

  @Test
  void everyEntryNamesTheEventItComesFrom() {
    buy(10, "10");
    assertThat(
            core.jdbc()
                .sql(
                    """
                    select count(*) from ledger.entry e join outbox.event o
                      on o.event_id = e.source_event_id where e.company = ?
                    """)
                .param(company)
                .query(Long.class)
                .single())
        .isEqualTo(2);
    assertThat(posted()).hasSize(2);
  }

  private void buy(int quantity, String price) {
    String order = number(send("/purchasing/orders", order(quantity, price)));
    act("/purchasing/orders/" + order + "/receipts", 1, "{}");
    act(
        "/purchasing/orders/" + order + "/invoices",
        2,
        "{'lines':[{'line':1,'quantity':%d,'unitPrice':%s}]}".formatted(quantity, price));
  }

  private static String order(int quantity, String price) {
    return "{'supplier':'P'," + lines(quantity, price);
  }

  private static String lines(int quantity, String price) {
    return "'lines':[{'item':'BELL','quantity':%d,'unitPrice':%s}]}".formatted(quantity, price);
  }

  private String last() {
    return last(0);
  }

  /** The entry before that many others. */
  private String last(int others) {
    List<String> all = posted();
    return all.get(all.size() - 1 - others);
  }

  /** Each entry with its lines by account, debit above zero and credit below. */
  private List<String> posted() {
    return core.jdbc()
        .sql(
            """
            select e.rule || ': ' || string_agg(
              l.account || ' ' || trim_scale(l.debit - l.credit), ', ' order by l.account)
            from ledger.entry e
            join ledger.line l on l.company = e.company and l.entry = e.number
            where e.company = ? group by e.number, e.rule order by e.number
            """)
        .param(company)
        .query(String.class)
        .list();
  }

  private HttpAnswer send(String path, String body) {
    return core.post(base + path, body.replace('\'', '"')).expecting(201);
  }

  private HttpAnswer act(String path, int version, String body) {
    Map<String, String> headers = Map.of("If-Match", "\"" + version + "\"");
    return core.post(base + path, body.replace('\'', '"'), headers).expecting(201);
  }

  private static String number(HttpAnswer answer) {
    return answer.json().get("number").asString();
  }
}
