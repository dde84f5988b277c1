package org.millrace.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.warehouse.Analysis;
import org.millrace.warehouse.AnalysisRefused;
import org.millrace.warehouse.AnalysisRun;

/** The jobs on a real Spark session and a real Delta lake. */
@Tag("slow")
class JobsTest {

  private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);
  private static final LocalDate MONTH_BEFORE = LocalDate.of(2026, 5, 31);
  private static final String INVOICES =
      """
      select company, concat('I', id) as number, concat('I', id) as source_number,
        if(id % 10 = 0, 'credit-note', 'invoice') as kind,
        date_add(date'2026-01-01', cast(id % 181 as int)) as invoice_date,
        date'2026-01-01' as month,
        concat('C', id % 23) as customer, concat('Customer ', id % 23) as customer_name,
        'France' as country, 'EUR' as currency,
        cast(if(id % 10 = 0, -5, 10 + id % 40) as decimal(18,2)) as net_amount,
        id % 23 = 22 as is_walk_in, id as position
      from range(600) cross join (select explode(array('SHOP', 'O\\'NEIL')) as company)
      """;
  private static final String DEMAND =
      """
      select company, item, concat('Item ', item) as item_name,
        date_add(date'2025-09-01', cast(7 * week as int)) as period,
        cast(20 + week % 5 * item as decimal(18,4)) as quantity
      from (select id as week from range(44))
      cross join (select explode(array(1, 2, 3, 9)) as item)
      cross join (select 'SHOP' as company)
      union all
      select 'SHOP', 4, 'Item 4', date_add(date'2025-09-01', cast(7 * id as int)),
        cast(30 as decimal(18,4))
      from range(35)
      """;
  private static final String JOURNAL =
      """
      select company, id as entry_number, side as line_no,
        date_add(date'2026-01-01', cast(id % 181 as int)) as posting_date,
        trunc(date_add(date'2026-01-01', cast(id % 181 as int)), 'MM') as month,
        if(side = 1, '1000', '4000') as account, if(side = 1, 'Cash', 'Sales') as account_name,
        if(side = 1, 'asset', 'revenue') as account_type, 'EUR' as currency,
        cast(if(side = 1, 1.25, 0) as decimal(18,2)) as debit,
        cast(if(side = 2, 1.25, 0) as decimal(18,2)) as credit
      from range(400) cross join (select explode(array(1, 2)) as side)
      cross join (select 'SHOP' as company)
      """;

  @TempDir static Path folder;
  private static TestingLake testing;

  @BeforeAll
  static void fillsTheLake() {
    testing = new TestingLake(folder);
    testing.fill("gold.sales_invoice", INVOICES);
    testing.fill("gold.demand_weekly", DEMAND);
    testing.fill("gold.journal_line", JOURNAL);
    testing.fill(
        "gold.stock_balance",
        "select 'SHOP' as company, '4' as item, 'SHOP' as location, 0 as on_hand_qty");
    testing.fill(
        "silver.item",
        "select 'SHOP' as company, '9' as code, 'service' as kind, 1L as aggregate_version");
  }

  @AfterAll
  static void closes() {
    testing.close();
  }

  private static Analysis analysis(String name) {
    return Analyses.all(Clock.systemUTC()).stream()
        .filter(analysis -> analysis.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void run(String name, LocalDate asOf) {
    analysis(name).run(new AnalysisRun(testing.lake(), Optional.of(asOf), Optional.empty()));
  }

  private static void sameTwice(String name, String... tables) {
    run(name, LAST_DAY);
    List<List<String>> first = contents(tables);
    run(name, LAST_DAY);
    assertThat(contents(tables)).isEqualTo(first);
    assertThat(first).noneMatch(List::isEmpty);
  }

  private static List<List<String>> contents(String... tables) {
    return List.of(tables).stream().map(table -> testing.content(table, "true")).toList();
  }

  @Test
  void segmentationRunTwiceWritesTheSame() {
    sameTwice("segmentation", "gold.customer_segments");
  }

  @Test
  void demandRunTwiceWritesTheSame() {
    sameTwice(
        "demand",
        "gold.demand_forecast",
        "gold.forecast_actual",
        "gold.forecast_frozen",
        "gold.forecast_accuracy");
  }

  @Test
  void statementsRunTwiceWriteTheSame() {
    sameTwice(
        "statements",
        "gold.trial_balance",
        "gold.income_statement",
        "gold.balance_sheet",
        "gold.cash_flow");
  }

  @Test
  void aRunForLastMonthStandsBesideTheLatestAndKnowsNothingLater() {
    run("segmentation", MONTH_BEFORE);
    List<String> before = testing.content("gold.customer_segments", "as_of = '2026-05-31'");
    run("segmentation", LAST_DAY);

    assertThat(testing.content("gold.customer_segments", "as_of = '2026-05-31'"))
        .isNotEmpty()
        .isEqualTo(before);
    assertThat(testing.content("gold.customer_segments", "as_of = '2026-06-30'")).isNotEmpty();
  }

  @Test
  void walkInCustomersAreNotScored() {
    run("segmentation", LAST_DAY);

    assertThat(testing.content("gold.customer_segments", "customer = 'C22'")).isEmpty();
    assertThat(testing.content("gold.customer_segments", "company = 'O\\'NEIL'")).hasSize(22);
  }

  @Test
  void servicesAreNotForecastAndEveryIntervalHoldsItsForecast() {
    run("demand", LAST_DAY);

    String day = "as_of = '2026-06-30'";
    assertThat(testing.content("gold.demand_forecast", day)).hasSize(4 * 13);
    assertThat(
            testing.content(
                "gold.demand_forecast",
                "lo80 < 0 or lo80 > forecast or forecast > hi80 or lo95 > lo80 or hi80 > hi95"
                    + " or reason_zh is null"))
        .isEmpty();
    assertThat(testing.content("gold.demand_forecast", day + " and item = '9'")).isEmpty();
  }

  @Test
  void exceptionsNameTheItemInBothLanguages() {
    run("demand", LAST_DAY);

    assertThat(
            testing.content(
                "gold.forecast_exception",
                "item = '4' and kind = 'stock_out' and text_en like '%8 weeks and none on hand%'"
                    + " and text_zh like '疑似缺货：8 周%'"))
        .hasSize(1);
  }

  @Test
  void aRunByItselfTakesTheLastBusinessDayAndRestsUntilDataChange() {
    Analysis segmentation = analysis("segmentation");
    AnalysisRun byItself = new AnalysisRun(testing.lake(), Optional.empty(), Optional.of("SHOP"));

    assertThat(segmentation.run(byItself).figures().get("companies").toString())
        .contains("asOf=2026-06-30");
    assertThat(segmentation.run(byItself).figures().get("companies")).isEqualTo(List.of());
  }

  @Test
  void anOverrideCallsForTheForecastOfItsOwnCompanyAlone() {
    Analysis demand = analysis("demand");
    AnalysisRun byItself = new AnalysisRun(testing.lake(), Optional.empty(), Optional.of("SHOP"));
    demand.run(byItself);
    try {
      override("O'NEIL", 1);
      assertThat(demand.run(byItself).figures().get("companies")).isEqualTo(List.of());
      override("SHOP", 2);
      assertThat(demand.run(byItself).figures().get("companies").toString()).contains("SHOP");
      assertThat(
              testing.content(
                  "gold.demand_forecast", "item = '1' and forecast = 77 and override = 77"))
          .hasSize(1);
      assertThat(demand.run(byItself).figures().get("companies")).isEqualTo(List.of());
    } finally {
      testing.clear("silver.forecast_override");
    }
  }

  @Test
  void anOverrideOfALocationReplacesItsShareOfTheItem() {
    Analysis demand = analysis("demand");
    AnalysisRun byItself = new AnalysisRun(testing.lake(), Optional.empty(), Optional.of("SHOP"));
    testing.fill(
        "silver.stock_movement",
        "select 'SHOP' as company, '1' as item, location, 'sales' as document_domain,"
            + " timestamp'2026-05-01 10:00:00' as occurred_at, quantity"
            + " from values ('NORTH', -60), ('SOUTH', -20) as moved(location, quantity)");
    try {
      override("SHOP", "NORTH", 3);
      demand.run(byItself);
      assertThat(
              testing.content(
                  "gold.demand_forecast",
                  "item = '1' and as_of = '2026-06-30' and override is not null"
                      + " and abs(override - (statistical / 4 + 77)) < 0.001"
                      + " and forecast = override"))
          .hasSize(1);
    } finally {
      testing.clear("silver.forecast_override");
      testing.clear("silver.stock_movement");
    }
  }

  /**
   * The first week ahead begins on 29 June: it holds the 40 that are late and the 20 without a day;
   * 600 less 100 invoiced stand in the week of 15 July; 2099 lies beyond the forecast. Each is more
   * than was expected, so the published week is what is ordered.
   */
  @Test
  void anOpenOrderStandsInTheWeekItsCustomerWantsIt() {
    testing.fill(
        "silver.sales_order",
        "select 'SHOP' as company, number, status, to_date(requested) as requested_date"
            + " from values ('S1', 'open', '2026-07-15'), ('S2', 'open', '2026-06-01'),"
            + " ('S3', 'open', null), ('S4', 'open', '2099-01-01'),"
            + " ('S5', 'cancelled', '2026-07-15') as orders(number, status, requested)");
    testing.fill(
        "silver.sales_order_line",
        "select 'SHOP' as company, number, 1 as line_no, '2' as item, ordered as ordered_qty,"
            + " 0 as delivered_qty, invoiced as invoiced_qty"
            + " from values ('S1', 600, 100), ('S2', 40, 0), ('S3', 20, 0), ('S4', 70, 0),"
            + " ('S5', 90, 0) as lines(number, ordered, invoiced)");
    try {
      run("demand", LAST_DAY);
      assertThat(
              testing
                  .lake()
                  .read("gold.demand_forecast")
                  .where("item = '2' and as_of = '2026-06-30' and ordered > 0")
                  .selectExpr("concat_ws(' ', period, cast(ordered as int), cast(forecast as int))")
                  .collectAsList())
          .extracting(row -> row.getString(0))
          .containsExactlyInAnyOrder("2026-06-29 60 60", "2026-07-13 500 500");
    } finally {
      testing.clear("silver.sales_order");
      testing.clear("silver.sales_order_line");
      run("demand", LAST_DAY);
    }
  }

  @Test
  void anOrderCallsForTheForecastOfItsCompany() {
    Analysis demand = analysis("demand");
    AnalysisRun byItself = new AnalysisRun(testing.lake(), Optional.empty(), Optional.of("SHOP"));
    demand.run(byItself);
    try {
      testing.fill(
          "silver.sales_order",
          "select 'SHOP' as company, 'S9' as number, 'open' as status, 7 as position");
      assertThat(demand.run(byItself).figures().get("companies").toString()).contains("SHOP");
      assertThat(demand.run(byItself).figures().get("companies")).isEqualTo(List.of());
    } finally {
      testing.clear("silver.sales_order");
    }
  }

  private static void override(String company, int position) {
    override(company, "", position);
  }

  private static void override(String company, String location, int position) {
    testing.fill(
        "silver.forecast_override",
        ("select '%s' as company, '1' as item, '%s' as location, date'2026-07-06' as period,"
                + " 77 as quantity, false as is_withdrawn, %dL as position")
            .formatted(company.replace("'", "\\'"), location, position));
  }

  @Test
  void refusesACompanyThatIsNotThere() {
    AnalysisRun run = new AnalysisRun(testing.lake(), Optional.of(LAST_DAY), Optional.of("NOBODY"));

    assertThatExceptionOfType(AnalysisRefused.class)
        .isThrownBy(() -> analysis("demand").run(run))
        .withMessageContaining("NOBODY has no sales")
        .withMessageContaining("[O'NEIL, SHOP]");
    assertThatExceptionOfType(AnalysisRefused.class)
        .isThrownBy(() -> analysis("statements").run(run))
        .withMessageContaining("no journal lines");
  }

  @Test
  void theLastTrialBalanceHoldsTheWholeJournal() {
    run("statements", LAST_DAY);

    assertThat(
            testing.content(
                "gold.trial_balance",
                "month = '2026-06-01' and account = '1000' and closing = 500"))
        .hasSize(1);
    assertThat(
            testing.content(
                "gold.income_statement",
                "month = '2026-06-01' and line = 'net_income' and ytd_amount = 500"))
        .hasSize(1);
  }
}
