package org.millrace.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.shared.CompanyCode;
import tools.jackson.databind.JsonNode;

/**
 * Of a latch lie 17: of 10 that cost 10.00, 3 are gone; 10 more cost 12.37. Whatever is booked of
 * them and taken back leaves the value that was there, by each method.
 */
class CostsOfReversalsTest {
  private final TestingCore core = TestingCore.running();
  private CompanyCode company;

  @BeforeEach
  void openACompany() {
    company = core.newCompany();
  }

  @ParameterizedTest
  @CsvSource({
    "fifo, item",
    "fifo, warehouse",
    "moving-average, item",
    "moving-average, warehouse",
    "standard, item",
    "monthly-average, item"
  })
  void aCountThatIsReversedAtOnceLeavesNoTrace(String method, String level) {
    open(method, level);
    Map<String, String> before = accounts();
    for (String counted : new String[] {"6", "8.25", "0", "25", "25,'unitCost':31.49"}) {
      String path = count(counted, "05T09:00:00Z");
      reverse(path, "05T09:00:00Z");
      assertThat(accounts()).as(counted).isEqualTo(before);
      assertThat(value()).as(counted).isEqualTo(before.getOrDefault("1200", "0"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "fifo, item, 6",
    "fifo, item, 25",
    "fifo, warehouse, 6",
    "moving-average, item, 6",
    "moving-average, item, 25",
    "standard, item, 25",
    "monthly-average, item, 6",
    "monthly-average, item, 25"
  })
  void aCountThatIsReversedLaterComesBackAtWhatItLeftWith(
      String method, String level, String counted) {
    open(method, level);
    Map<String, String> before = accounts();
    String path = count(counted, "05T09:00:00Z");
    move("MAIN", "5,'unitCost':30", "06");
    reverse(path, "07T09:00:00Z");
    assertThat(accounts().get("5100")).isEqualTo(before.get("5100"));
  }

  @ParameterizedTest
  @CsvSource({"fifo", "moving-average"})
  void aTransferThatIsReversedAtOnceLeavesEachPlaceWhatItWasWorth(String method) {
    open(method, "warehouse");
    move("SHOP", "5,'unitCost':20.01", "04");
    Map<String, String> before = places();
    JsonNode drafted =
        post(
            "/stock/transfers",
            "{'fromLocation':'MAIN','toLocation':'SHOP','occurredAt':'2026-01-05T09:00:00Z',"
                + "'lines':[{'item':'LATCH','quantity':12}]}");
    String path = "/stock/transfers/" + drafted.get("number").asString();
    act(path + "/post", 1, "{'occurredAt':'2026-01-05T09:00:00Z'}");
    assertThat(places()).isNotEqualTo(before);
    reverse(path, "05T09:00:00Z");
    assertThat(places()).isEqualTo(before);
  }

  private void open(String method, String level) {
    post(
        "/item-groups",
        "{'code':'G','name':'G','costingMethod':'%s','costingLevel':'%s'}"
            .formatted(method, level));
    post("/items", "{'code':'LATCH','name':'Latch','group':'G'}");
    post("/stock/locations", "{'code':'SHOP','name':'Shop'}");
    move("MAIN", "10,'unitCost':10", "01");
    move("MAIN", "10,'unitCost':12.37", "02");
    move("MAIN", "-3", "03");
  }

  private void move(String place, String goods, String day) {
    post(
        "/stock/movements",
        "{'reason':'%s','lines':[{'item':'LATCH','location':'%s','quantity':%s}],"
                .formatted(goods.startsWith("-") ? "consumption" : "opening", place, goods)
            + "'occurredAt':'2026-01-%sT09:00:00Z'}".formatted(day));
  }

  private String count(String counted, String moment) {
    JsonNode drafted =
        post(
            "/stock/counts",
            ("{'location':'MAIN','lines':[{'item':'LATCH','countedQuantity':%s}],"
                    + "'occurredAt':'2026-01-%s'}")
                .formatted(counted, moment));
    String path = "/stock/counts/" + drafted.get("number").asString();
    act(path + "/post", 1, "{'occurredAt':'2026-01-%s'}".formatted(moment));
    return path;
  }

  private void reverse(String path, String moment) {
    act(path + "/reverse", 2, "{'reason':'Wrong','occurredAt':'2026-01-%s'}".formatted(moment));
  }

  private JsonNode post(String path, String json) {
    return core.post(base() + path, json.replace('\'', '"')).expecting(201).json();
  }

  private void act(String path, int version, String json) {
    HttpAnswer answer =
        core.post(
            base() + path, json.replace('\'', '"'), Map.of("If-Match", "\"" + version + "\""));
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
  }

  /** What stands on each account that is not even. */
  private Map<String, String> accounts() {
    return figures(
        """
        select account, sum(debit - credit) from ledger.line
        where company = ? group by account having sum(debit - credit) <> 0
        """);
  }

  private Map<String, String> places() {
    return figures("select location, value_amount from stock.balance where company = ?");
  }

  private Map<String, String> figures(String sql) {
    Map<String, String> figures = new TreeMap<>();
    core.jdbc()
        .sql(sql)
        .param(company.value())
        .query(
            row -> {
              figures.put(row.getString(1), plain(row.getBigDecimal(2)));
            });
    return figures;
  }

  private String value() {
    return plain(core.get(base() + "/stock/balances/LATCH").json().get("value").decimalValue());
  }

  private static String plain(java.math.BigDecimal figure) {
    return figure.stripTrailingZeros().toPlainString();
  }

  private String base() {
    return "/api/companies/" + company;
  }
}
