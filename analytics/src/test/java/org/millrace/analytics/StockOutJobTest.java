package org.millrace.analytics;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.millrace.analytics.demand.DemandJob;
import org.millrace.analytics.demand.DemandSeriesJob;
import org.millrace.analytics.demand.Grain;
import org.millrace.warehouse.AnalysisRun;

/**
 * Weeks without stock in the demand job, on a real lake. Of each item ten a week were sold for 35
 * weeks and none in the last four; only of the bell the ledger tells that there was none.
 */
@Tag("slow")
class StockOutJobTest {

  private static final LocalDate SUNDAY = LocalDate.of(2026, 5, 31);

  private static final String DEMAND =
      """
      select 'SHOP' as company, item, item as item_name,
        date_add(date'2025-09-01', cast(7 * id as int)) as period,
        cast(10 as decimal(18,4)) as quantity
      from range(35) cross join (
        select explode(array('BELL', 'LAMP', 'HORN', 'RACK', 'TUBE')) as item)
      """;

  /**
   * 350 bells came before all were sold. Horns came when they were wanted, so there never was one
   * over but in the first week. Of racks one more was there. Tubes came in each of the last weeks
   * and went back.
   */
  private static final String MOVED =
      """
      with weeks as (
        select id, date_add(date'2025-09-02', cast(7 * id as int)) as day from range(39))
      select 'SHOP' as company, concat_ws('-', 'E', item, day, quantity) as event_id, 1 as line_no,
        item, 'MAIN' as location, cast(day as timestamp) as occurred_at, quantity,
        trunc(day, 'MM') as month, 1L as position,
        if(quantity < 0, 'sales', 'purchasing') as document_domain
      from (
        select item, day, -10 as quantity from weeks
          cross join (select explode(array('BELL', 'HORN', 'RACK', 'TUBE')) as item)
          where id < 35
        union all
        select item, date'2025-08-27', came
          from values ('BELL', 350), ('RACK', 351), ('TUBE', 350) as came(item, came)
        union all
        select 'HORN', day, if(id = 0, 20, if(id = 1, 0, 10)) from weeks where id < 35
        union all
        select 'TUBE', day, moved from weeks cross join (select explode(array(5, -5)) as moved)
          where id >= 35)
      """;

  /** Five drums a week left each of two places; in the last four weeks only the store had some. */
  private static final String DRUMS =
      """
      select 'SHOP' as company, concat_ws('-', 'D', location, day, quantity) as event_id,
        1 as line_no, 'DRUM' as item, location, cast(day as timestamp) as occurred_at, quantity,
        trunc(day, 'MM') as month, 1L as position,
        if(quantity < 0, 'sales', 'purchasing') as document_domain
      from (
        select location, date_add(date'2025-09-02', cast(7 * id as int)) as day, -5 as quantity
          from range(39) cross join (select explode(array('SHOP', 'STORE')) as location)
          where location = 'STORE' or id < 35
        union all
        select location, date'2025-08-27', came
          from values ('SHOP', 175), ('STORE', 300) as came(location, came))
      """;

  @TempDir static Path folder;
  private static TestingLake testing;

  @BeforeAll
  static void forecasts() {
    testing = new TestingLake(folder);
    testing.fill(
        "gold.sales_invoice",
        "select 'SHOP' as company, date'%s' as invoice_date, 1L as position".formatted(SUNDAY));
    testing.fill("gold.demand_weekly", DEMAND);
    testing.fill("silver.stock_movement", "(" + MOVED + ") union all " + DRUMS);
    new DemandJob(Clock.systemUTC())
        .run(new AnalysisRun(testing.lake(), Optional.of(SUNDAY), Optional.empty()));
    testing.fill(
        "silver.sales_invoice_line",
        "select company, concat(item, period) as number, 1 as line_no, item, item_name, quantity,"
            + " period as invoice_date, trunc(period, 'MM') as month, 1 as unit_price,"
            + " 'stocked' as item_kind from ("
            + DEMAND
            + ") union all select company, event_id, 1, item, item, -quantity,"
            + " cast(occurred_at as date), month, 1, 'stocked' from ("
            + DRUMS
            + ") where quantity < 0");
    new DemandSeriesJob(Grain.WEEK)
        .run(new AnalysisRun(testing.lake(), Optional.of(SUNDAY), Optional.of("SHOP")));
  }

  @AfterAll
  static void closes() {
    testing.close();
  }

  private static List<String> rows(String table, String where, String columns) {
    return testing.texts(table, where, columns);
  }

  @Test
  void weeksWithoutStockAreNoWeeksWithoutDemand() {
    assertThat(rows("gold.demand_forecast", "period = '2026-06-08'", "item, forecast > 9.5"))
        .containsExactly("BELL true", "HORN false", "LAMP false", "RACK false", "TUBE false");
    assertThat(rows("gold.demand_forecast", "item = 'BELL' and forecast > 10.5", "period"))
        .isEmpty();
  }

  @Test
  void soAreThoseOfAPlaceWhereTheItemIsKeptElsewhereToo() {
    String first = "period = '2026-06-01' and ";
    assertThat(
            rows(
                "gold.forecast_series",
                first + "series in ('all', 'location') and item in ('BELL', 'TUBE')",
                "item, series, forecast > 9.5, reason like '%4 weeks without stock left out.%'"))
        .containsExactly(
            "BELL all true true",
            "BELL location true true",
            "TUBE all false false",
            "TUBE location false false");
    assertThat(
            rows(
                "gold.forecast_series",
                first + "item = 'DRUM' and reason like '%4 weeks without stock left out.%'",
                "series, location"))
        .containsExactly("location SHOP", "location-group SHOP");
  }

  @Test
  void theyAreNoErrorsOfTheMethod() {
    assertThat(
            rows(
                "gold.forecast_accuracy",
                "lag = 1",
                "item, periods, cast(actual_qty as int), abs_error_qty < 1"))
        .containsExactly(
            "BELL 9 90 true",
            "HORN 13 90 false",
            "LAMP 13 90 false",
            "RACK 13 90 false",
            "TUBE 13 90 false");
    assertThat(
            rows("gold.forecast_actual", "item = 'BELL'", "cast(actual as int), round(forecast)"))
        .hasSize(9)
        .containsOnly("10 10");
  }

  @Test
  void theReasonsSaySo() {
    String said =
        "reason like '%4 weeks without stock left out.%' and reason_zh like '%已剔除无库存的 4 周。%'";
    assertThat(rows("gold.demand_forecast", "period = '2026-06-08' and " + said, "item"))
        .containsExactly("BELL");
    assertThat(rows("gold.demand_forecast", "reason like '%without stock%'", "item"))
        .containsOnly("BELL");
    assertThat(rows("gold.demand_forecast", "reason like '%About 10 a week lately%'", "item"))
        .containsOnly("BELL");
  }

  @Test
  void theLastWeekWithoutStockLiesOutsideNoInterval() {
    assertThat(rows("gold.forecast_exception", "item = 'BELL'", "kind"))
        .doesNotContain("outside_interval");
  }
}
