package org.millrace.cash;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Thirteen weeks of cash: from open items, orders and what is planned, and what came of it. */
class CashApiTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  private final TestingCore core = TestingCore.running();
  private String company;
  private String base;

  @BeforeEach
  void openAShop() {
    company = core.newCompany("EUR", "false").value();
    base = "/api/companies/" + company;
    post(
        "/parties", "{'code':'C','name':'Shop','roles':['customer','supplier'],'country':'Spain'}");
    post("/items", "{'code':'HOUR','name':'Hour','kind':'service'}");
  }

  /** B-07: sums of weeks = open items by due date + plan; opening + flows = closing each week. */
  @Test
  void addsUpWhatIsOpenByItsDueDateAndWhatIsPlanned() {
    post("/settlement/payments", "{'direction':'in','party':'C','amount':0.01}");
    billed(0, 10, 100);
    billed(0, 24, 50);
    billed(20, 10, 7);
    billed(0, 300, 999);
    post(
        "/settlement/opening-items",
        "{'side':'payables','party':'C','sourceNumber':'B','itemDate':'%s','dueDate':'%s',"
                .formatted(TODAY, TODAY.plusDays(10))
            + "'date':'"
            + TODAY
            + "','amount':30}");
    plan("Rent", "out", 40, TODAY, "week");
    JsonNode weeks = weeks();
    assertThat(weeks).hasSize(13);
    assertThat(figure(weeks, 0, "opening")).isEqualByComparingTo("0.01");
    BigDecimal closing = figure(weeks, 0, "opening");
    BigDecimal receipts = BigDecimal.ZERO;
    for (int i = 0; i < 13; i++) {
      assertThat(figure(weeks, i, "opening")).isEqualByComparingTo(closing);
      closing =
          closing
              .add(figure(weeks, i, "receipts"))
              .add(figure(weeks, i, "payments"))
              .add(figure(weeks, i, "planned"));
      assertThat(figure(weeks, i, "closing")).isEqualByComparingTo(closing);
      assertThat(figure(weeks, i, "planned")).isEqualByComparingTo("-40");
      receipts = receipts.add(figure(weeks, i, "receipts"));
    }
    assertThat(receipts).isEqualByComparingTo("156.99");
    assertThat(figure(weeks, 0, "receipts")).isEqualByComparingTo("6.99");
    JsonNode due = week(TODAY.plusDays(10));
    assertThat(due.get("receipts").asString()).isEqualTo("100.00");
    assertThat(due.get("payments").asString()).isEqualTo("-30.00");
    JsonNode behind =
        core.get(base + "/cash/weeks/" + due.get("key").asString()).expecting(200).json();
    assertThat(behind.get("flows").findValuesAsString("source"))
        .containsExactlyInAnyOrder("receivables", "payables", "planned");
  }

  @Test
  void shiftsWhatIsDueByTheMedianOfDaysLate() {
    for (int late : new int[] {10, 14, 40}) {
      String invoice = billed(60, 0, 20);
      post(
          "/settlement/payments",
          "{'direction':'in','party':'C','amount':20,'date':'%s','items':[{'kind':'invoice',"
                  .formatted(TODAY.minusDays(60).plusDays(late))
              + "'number':'"
              + invoice
              + "'}]}");
    }
    String open = billed(0, 7, 100);
    JsonNode flow = core.get(base + "/cash/flows?document=" + open).json().at("/rows/0");
    assertThat(flow.get("daysShifted").asInt()).isEqualTo(14);
    assertThat(flow.get("expectedDate").asString()).isEqualTo(TODAY.plusDays(21).toString());
    assertThat(flow.get("week").asString()).isEqualTo(monday(TODAY.plusDays(21)).toString());
  }

  @Test
  void looksAheadToOrdersAndPutsEachCurrencyIntoItsAccount() {
    post("/bank/accounts", "{'code':'MAIN','name':'Main','iban':'DE02120300000000202051'}");
    post(
        "/bank/accounts",
        "{'code':'USD','name':'Dollars','accountNumber':'77','currency':'USD',"
            + "'ledgerAccount':'1010'}");
    post(
        "/currency/rates",
        "{'fromCurrency':'USD','toCurrency':'EUR','validFrom':'2020-01-01','rate':'0.9'}");
    post(
        "/sales/invoices",
        "{'customer':'C','daysToPay':0,'currency':'USD',"
            + "'lines':[{'item':'HOUR','quantity':1,'unitPrice':100}]}");
    post("/sales/orders", "{'customer':'C','lines':[{'item':'HOUR','quantity':2,'unitPrice':30}]}");
    assertThat(sum("USD", "receipts")).isEqualByComparingTo("90");
    assertThat(sum("MAIN", "receipts")).isEqualByComparingTo("0");
    assertThat(sum("MAIN", "salesOrders")).isEqualByComparingTo("60");
  }

  @Test
  void keepsForecastsAndTellsWhatCameOfThem() {
    billed(0, 0, 100);
    String number = post("/cash/forecasts", "{}").get("number").asString();
    assertThat(core.get(base + "/cash/outcomes").json().get("rows")).isEmpty();
    core.jdbc()
        .sql("update cash.forecast set forecast_date = forecast_date - 14 where company = ?")
        .param(company)
        .update();
    core.jdbc()
        .sql("update cash.forecast_line set week = week - 14 where company = ?")
        .param(company)
        .update();
    post(
        "/settlement/payments",
        "{'direction':'in','party':'C','amount':70,'date':'%s'}"
            .formatted(monday(TODAY).minusDays(1)));
    JsonNode rows =
        core.get(base + "/cash/outcomes?forecast=" + number + "&sort=week").json().get("rows");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).get("forecastAmount").asString()).isEqualTo("100.00");
    assertThat(rows.get(1).get("actualAmount").asString()).isEqualTo("70.00");
    assertThat(rows.get(1).get("difference").asString()).isEqualTo("70.00");
  }

  @Test
  void plansByMonthsFromTheirLastDayAndEnds() {
    LocalDate first = LocalDate.of(TODAY.getYear() - 1, 1, 31);
    String number = plan("Wages", "out", 40, first, "month");
    JsonNode flows = core.get(base + "/cash/flows?document=" + number).json().get("rows");
    assertThat(flows.size()).isBetween(2, 4);
    for (JsonNode flow : flows) {
      LocalDate day = LocalDate.parse(flow.get("expectedDate").asString());
      assertThat(day).isEqualTo(day.with(TemporalAdjusters.lastDayOfMonth()));
    }
    send("POST", "/cash/planned/" + number + "/end", "{}", 1).expecting(200);
    assertThat(core.get(base + "/cash/flows").json().get("rows")).isEmpty();
    HttpAnswer refused =
        core.post(
            base + "/cash/planned",
            ("{\"text\":\"Rent\",\"direction\":\"out\",\"amount\":0,\"firstDate\":\"2026-01-01\","
                + "\"account\":\"NONE\"}"));
    assertThat(refused.expecting(422).body()).contains("the code of a bank account");
  }

  private BigDecimal sum(String account, String column) {
    BigDecimal sum = BigDecimal.ZERO;
    JsonNode rows = core.get(base + "/cash/weeks?size=100&account=" + account).json().get("rows");
    for (JsonNode row : rows) {
      sum = sum.add(row.get(column).decimalValue());
    }
    return sum;
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private JsonNode week(LocalDate day) {
    return core.get(base + "/cash/weeks?week=" + monday(day)).json().at("/rows/0");
  }

  private JsonNode weeks() {
    return core.get(base + "/cash/weeks").expecting(200).json().get("rows");
  }

  private static BigDecimal figure(JsonNode weeks, int week, String name) {
    return weeks.get(week).get(name).decimalValue();
  }

  private String plan(String text, String direction, int amount, LocalDate first, String every) {
    return post(
            "/cash/planned",
            "{'text':'%s','direction':'%s','amount':%d,'firstDate':'%s','every':'%s'}"
                .formatted(text, direction, amount, first, every))
        .get("number")
        .asString();
  }

  private String billed(int daysAgo, int daysToPay, int price) {
    String when = daysAgo == 0 ? "" : "'occurredAt':'" + TODAY.minusDays(daysAgo) + "T08:00:00Z',";
    JsonNode made =
        post(
            "/sales/invoices",
            "{'customer':'C',%s'daysToPay':%d,'lines':[{'item':'HOUR','quantity':1,"
                    .formatted(when, daysToPay)
                + "'unitPrice':"
                + price
                + "}]}");
    return made.has("number")
        ? made.get("number").asString()
        : made.at("/invoice/number").asString();
  }

  private JsonNode post(String path, String body) {
    return core.post(base + path, body.replace('\'', '"')).expecting(201).json();
  }

  private HttpAnswer send(String method, String path, String body, int version) {
    return core.send(
        method, base + path, body.replace('\'', '"'), Map.of("If-Match", "\"" + version + "\""));
  }
}
