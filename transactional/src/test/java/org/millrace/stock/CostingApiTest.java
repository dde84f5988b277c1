package org.millrace.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.shared.CompanyCode;
import tools.jackson.databind.JsonNode;

/** Items of groups with other costing methods, from the API to the books. */
class CostingApiTest {
  private final TestingCore core = TestingCore.running();
  private CompanyCode company;

  @BeforeEach
  void openACompany() {
    company = core.newCompany();
  }

  @Test
  void letsTheOldestGoodsLeaveFirst() {
    item("LATCH", "fifo", "item");
    move("LATCH", "10", "10", "01");
    move("LATCH", "10", "12", "02");
    move("LATCH", "-15", null, "03");
    assertThat(value("LATCH")).isEqualByComparingTo("60");
    assertThat(account("1200")).isEqualByComparingTo("60");
    move("LATCH", "5", "8", "01");
    assertThat(value("LATCH")).isEqualByComparingTo("120");
    assertThat(account("1200")).isEqualByComparingTo("120");
  }

  @Test
  void booksWhatGoodsCostMoreThanTheirStandardAsVariance() {
    item("LATCH", "standard", "item");
    move("LATCH", "10", "10", "01");
    move("LATCH", "10", "12", "02");
    move("LATCH", "-15", null, "03");
    assertThat(value("LATCH")).isEqualByComparingTo("50");
    assertThat(account("1200")).isEqualByComparingTo("50");
    assertThat(account("5200")).isEqualByComparingTo("20");
  }

  @Test
  void takesOneAverageForTheMonth() {
    item("LATCH", "monthly-average", "item");
    move("LATCH", "10", "10", "01");
    move("LATCH", "-10", null, "02");
    assertThat(account("1200")).isEqualByComparingTo("0");
    move("LATCH", "10", "12", "20");
    assertThat(value("LATCH")).isEqualByComparingTo("110");
    assertThat(account("1200")).isEqualByComparingTo("110");
  }

  @Test
  void valuesEachWarehouseByItself() {
    item("LATCH", "moving-average", "warehouse");
    post("stock/locations", "{'code':'SHOP','name':'Shop'}");
    move("LATCH", "10", "10", "01");
    post(
        "stock/movements",
        "{'lines':[{'item':'LATCH','location':'SHOP','quantity':10,'unitCost':20}],"
            + "'occurredAt':'2026-01-02T08:00:00Z'}");
    move("LATCH", "-5", null, "03");
    JsonNode places = core.get(path("stock/balances/LATCH")).expecting(200).json().get("places");
    assertThat(places.get(0).get("value").decimalValue()).isEqualByComparingTo("50");
    assertThat(places.get(1).get("value").decimalValue()).isEqualByComparingTo("200");
    assertThat(account("1200")).isEqualByComparingTo("250");
  }

  @Test
  void sharesALateFreightBetweenStockAndWhatIsGone() {
    item("LATCH", "moving-average", "item");
    String receipt = number(move("LATCH", "10", "10", "01"), "/document/number");
    move("LATCH", "-6", null, "05");
    move("LATCH", "-1", null, "20");
    String landed =
        number(
            post(
                "stock/landed-costs",
                "{'receipts':['%s'],'amount':10,'occurredAt':'2026-01-10T09:00:00Z'}"
                    .formatted(receipt)),
            "/number");
    assertThat(account("1200")).isEqualByComparingTo("33");
    assertThat(account("5000")).isEqualByComparingTo("6");
    assertThat(account("5100")).isEqualByComparingTo("-29"); // -100 found, 60 and 11 missing
    assertThat(account("2100")).isEqualByComparingTo("-10");
    core.post(
            path("stock/landed-costs/" + landed + "/reverse"),
            "{\"reason\":\"Billed twice\",\"occurredAt\":\"2026-01-10T10:00:00Z\"}",
            java.util.Map.of("If-Match", "\"1\""))
        .expecting(201);
    assertThat(account("1200")).isEqualByComparingTo("30");
    assertThat(account("5000")).isEqualByComparingTo("0");
    assertThat(account("2100")).isEqualByComparingTo("0");
  }

  @Test
  void revaluesWhatIsThereFromAMomentOn() {
    item("LATCH", "moving-average", "item");
    move("LATCH", "10", "10", "01");
    move("LATCH", "-4", null, "20");
    HttpAnswer change =
        post(
            "stock/cost-changes",
            "{'item':'LATCH','unitCost':12,'reason':'List','occurredAt':'2026-01-10T09:00:00Z'}");
    assertThat(change.json().get("addedValue").decimalValue()).isEqualByComparingTo("20");
    assertThat(value("LATCH")).isEqualByComparingTo("72");
    assertThat(account("1200")).isEqualByComparingTo("72");
    move("LATCH", "-1", null, "05");
    assertThat(value("LATCH")).isEqualByComparingTo("60");
    assertThat(account("1200")).isEqualByComparingTo("60");
  }

  @Test
  void setsAStandardBeforeTheFirstGoods() {
    item("LATCH", "standard", "item");
    post("stock/cost-changes", "{'item':'LATCH','unitCost':5,'reason':'Standard'}");
    post("stock/movements", "{'lines':[{'item':'LATCH','quantity':4,'unitCost':4}]}");
    assertThat(value("LATCH")).isEqualByComparingTo("20");
    assertThat(account("5200")).isEqualByComparingTo("-4");
  }

  @Test
  void valuesEachLotByItself() {
    item("LATCH", "moving-average", "lot");
    String in = "{'lines':[{'item':'LATCH','quantity':5,'unitCost':%s,'lot':'%s'}]}";
    post("stock/movements", in.formatted(5, "L1"));
    post("stock/movements", in.formatted(7, "L2"));
    post("stock/movements", "{'lines':[{'item':'LATCH','quantity':-2,'lot':'L2'}]}");
    assertThat(
            core.jdbc()
                .sql(
                    "select sum(value_amount) from stock.movement where company = ? and lot = 'L2'")
                .param(company.value())
                .query(BigDecimal.class)
                .single())
        .isEqualByComparingTo("21");
    assertThat(value("LATCH")).isEqualByComparingTo("46");
    JsonNode lots = core.get(path("stock/balances/LATCH")).json().get("lots");
    assertThat(lots.get(1).get("lot").asString()).isEqualTo("L2");
    assertThat(lots.get(1).get("onHand").decimalValue()).isEqualByComparingTo("3");
    assertThat(lots.get(1).get("value").decimalValue()).isEqualByComparingTo("21");
    refused("{'lines':[{'item':'LATCH','quantity':-4,'lot':'L2'}]}", "at most 3 of lot L2");
    post("parties", "{'code':'C','name':'Shop','roles':['customer'],'country':'IT'}");
    String order =
        number(
            post(
                "sales/orders",
                "{'customer':'C','lines':[{'item':'LATCH','quantity':2,'unitPrice':50}]}"),
            "/number");
    act(
        "sales/orders/" + order + "/deliveries",
        "{'lines':[{'line':1,'quantity':2,'lot':'L2'}]}",
        1);
    HttpAnswer invoice = act("sales/orders/" + order + "/invoices", "{}", 2);
    act("sales/invoices/" + number(invoice, "/number") + "/credit-notes", "{}", 1);
    assertThat(value("LATCH")).isEqualByComparingTo("46");
    refused("{'lines':[{'item':'LATCH','quantity':-1}]}", "the lot of the goods");
  }

  @Test
  void takesWhatIsUsedUpAsAnExpense() {
    item("LATCH", "fifo", "item");
    move("LATCH", "10", "10", "01");
    post("stock/movements", "{'reason':'consumption','lines':[{'item':'LATCH','quantity':-3}]}");
    assertThat(account("6000")).isEqualByComparingTo("30");
    assertThat(account("1200")).isEqualByComparingTo("70");
  }

  /** 10 at 10 and 10 at 20; 10 are sold from an order at 10 each, and 4 of them come back. */
  @Test
  void takesGoodsBackAtWhatTheyCostWhenTheyLeft() {
    item("LATCH", "fifo", "item");
    move("LATCH", "10", "10", "01");
    move("LATCH", "10", "20", "02");
    post("parties", "{'code':'C','name':'Shop','roles':['customer'],'country':'IT'}");
    String lines = "'lines':[{'item':'LATCH','quantity':10,'unitPrice':50}]";
    String order = number(post("sales/orders", "{'customer':'C',%s}".formatted(lines)), "/number");
    act("sales/orders/" + order + "/deliveries", "{}", 1);
    HttpAnswer invoice = act("sales/orders/" + order + "/invoices", "{}", 2);
    assertThat(account("5000")).isEqualByComparingTo("100");
    act(
        "sales/invoices/" + number(invoice, "/number") + "/credit-notes",
        "{'lines':[{'line':1,'quantity':4}]}",
        1);
    assertThat(account("5000")).isEqualByComparingTo("60");
    assertThat(value("LATCH")).isEqualByComparingTo("240");
  }

  /** COST-133: layers go to the shop with their price, and leave it from there. */
  @Test
  void deliversFromTheWarehouseThatIsNamed() {
    item("LATCH", "fifo", "warehouse");
    post("stock/locations", "{'code':'SHOP','name':'Shop'}");
    move("LATCH", "4", "10", "01");
    move("LATCH", "4", "13", "02");
    String transfer =
        number(
            post(
                "stock/transfers",
                "{'fromLocation':'MAIN','toLocation':'SHOP',"
                    + "'lines':[{'item':'LATCH','quantity':6}]}"),
            "/number");
    core.post(
            path("stock/transfers/" + transfer + "/post"),
            "{}",
            java.util.Map.of("If-Match", "\"1\""))
        .expecting(200);
    post("parties", "{'code':'C','name':'Shop','roles':['customer'],'country':'IT'}");
    String order =
        number(
            post(
                "sales/orders",
                "{'customer':'C','lines':[{'item':'LATCH','quantity':5,'unitPrice':50}]}"),
            "/number");
    act("sales/orders/" + order + "/deliveries", "{'location':'SHOP'}", 1);
    assertThat(account("5000")).isEqualByComparingTo("53");
    assertThat(value("LATCH")).isEqualByComparingTo("39");
  }

  /** COST-104: 10 at 20, 8 sold, the month closed; 10 at 10 are told that came before. */
  @Test
  void booksGoodsOfAClosedMonthIntoTheNextOneAndLeavesItAsItWas() {
    post("items", "{'code':'HINGE','name':'Hinge'}");
    post("parties", "{'code':'S','name':'Forge','roles':['supplier'],'country':'IT'}");
    move("HINGE", "10", "20", "10");
    move("HINGE", "-8", null, "20");
    String order =
        number(
            post(
                "purchasing/orders",
                "{'supplier':'S','occurredAt':'2026-01-05T08:00:00Z',"
                    + "'lines':[{'item':'HINGE','quantity':10,'unitPrice':10}]}"),
            "/number");
    core.post(path("ledger/periods/2026-01/close"), "{\"waiver\": \"Later\"}").expecting(200);
    act("purchasing/orders/" + order + "/receipts", "{'occurredAt':'2026-01-11T08:00:00Z'}", 1);
    assertThat(account("1200")).isEqualByComparingTo("180");
    assertThat(account("2100")).isEqualByComparingTo("-100");
    assertThat(
            core.jdbc()
                .sql(
                    """
                    select sum(l.debit - l.credit) from ledger.line l
                    join ledger.entry e on e.company = l.company and e.number = l.entry
                    where l.company = ? and l.account = '1200' and e.posting_date < '2026-02-01'
                    """)
                .param(company.value())
                .query(BigDecimal.class)
                .single())
        .isEqualByComparingTo("40");
  }

  private HttpAnswer act(String rest, String json, int version) {
    return core.post(
            path(rest),
            json.replace('\'', '"'),
            java.util.Map.of("If-Match", "\"" + version + "\""))
        .expecting(201);
  }

  private void refused(String json, String sentence) {
    HttpAnswer answer = core.post(path("stock/movements"), json.replace('\'', '"'));
    assertThat(answer.status()).isBetween(400, 499);
    assertThat(answer.body()).contains(sentence);
  }

  private static String number(HttpAnswer answer, String at) {
    return answer.json().at(at).asString();
  }

  @Test
  void keepsTheMethodOnceGoodsMoved() {
    item("LATCH", "fifo", "item");
    move("LATCH", "10", "10", "01");
    HttpAnswer refused =
        core.send(
            "PUT",
            path("item-groups/G"),
            "{\"name\":\"G\",\"costingMethod\":\"standard\",\"costingLevel\":\"item\"}",
            java.util.Map.of("If-Match", "\"1\""));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("Goods of item LATCH of group G have moved");
  }

  private void item(String code, String method, String level) {
    post(
        "item-groups",
        "{'code':'G','name':'G','costingMethod':'%s','costingLevel':'%s'}"
            .formatted(method, level));
    post("items", "{'code':'%s','name':'It','group':'G'}".formatted(code));
  }

  private HttpAnswer move(String item, String quantity, String cost, String day) {
    return post(
        "stock/movements",
        "{'lines':[{'item':'%s','quantity':%s%s}],'occurredAt':'2026-01-%sT09:00:00Z'}"
            .formatted(item, quantity, cost == null ? "" : ",'unitCost':" + cost, day));
  }

  private HttpAnswer post(String rest, String json) {
    return core.post(path(rest), json.replace('\'', '"')).expecting(201);
  }

  private BigDecimal value(String item) {
    return core.get(path("stock/balances/" + item))
        .expecting(200)
        .json()
        .get("value")
        .decimalValue();
  }

  private BigDecimal account(String account) {
    return core.jdbc()
        .sql(
            """
            select coalesce(sum(debit - credit), 0) from ledger.line
            where company = ? and account = ?
            """)
        .params(company.value(), account)
        .query(BigDecimal.class)
        .single();
  }

  private String path(String rest) {
    return "/api/companies/" + company + "/" + rest;
  }
}
