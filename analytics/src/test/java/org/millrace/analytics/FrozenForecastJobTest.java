package org.millrace.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.analytics.demand.DemandJob;
import org.millrace.warehouse.AnalysisRun;

/** What is frozen of published forecasts, and what they are later held against, on a real lake. */
@Tag("slow")
class FrozenForecastJobTest {

  private static final LocalDate SUNDAY = LocalDate.of(2026, 5, 31);
  private static final LocalDate TUESDAY = LocalDate.of(2026, 6, 2);
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

  /** Ten of a bell a week, and seven of a lamp. */
  private static final String DEMAND =
      """
      select 'SHOP' as company, item, item as item_name, period,
        cast(quantity as decimal(18,4)) as quantity
      from (
        select date_add(date'2025-09-01', cast(7 * id as int)) as period from range(44)
      ) cross join (select * from values ('BELL', 10), ('LAMP', 7) as sold(item, quantity))
      where period <= date'%s'
      """;

  @TempDir static Path folder;
  private static TestingLake testing;

  @BeforeAll
  static void opensTheLake() {
    testing = new TestingLake(folder);
  }

  @AfterAll
  static void closes() {
    testing.close();
  }

  @BeforeEach
  void forgetsWhatWasFrozen() {
    for (String table :
        List.of(
            "gold.forecast_frozen",
            "gold.forecast_accuracy",
            "gold.demand_forecast",
            "silver.forecast_override",
            "silver.sales_order",
            "silver.sales_order_line")) {
      testing.clear(table);
    }
  }

  /** Sells until the day, which is then the last business day. */
  private static void sellUntil(LocalDate day) {
    testing.fill(
        "gold.sales_invoice",
        "select 'SHOP' as company, date'%s' as invoice_date, 1L as position".formatted(day));
    testing.fill("gold.demand_weekly", DEMAND.formatted(day));
  }

  private static void run(LocalDate asOf) {
    new DemandJob(Clock.systemUTC())
        .run(new AnalysisRun(testing.lake(), Optional.of(asOf), Optional.empty()));
  }

  private static void publish(LocalDate day) {
    sellUntil(day);
    run(day);
  }

  private static void override(String period, int quantity, String more) {
    testing.fill(
        "silver.forecast_override",
        ("select 'SHOP' as company, 'BELL' as item, '' as location, date'%s' as period,"
                + " %d as quantity, 1L as position, %s")
            .formatted(period, quantity, more));
  }

  private static List<String> rows(String table, String where, String columns) {
    return testing.texts(table, "item = 'BELL' and (" + where + ")", columns);
  }

  private static List<String> accuracy(String where, String columns) {
    return rows(
        "gold.forecast_accuracy",
        "as_of = '2026-07-01' and source = 'frozen' and " + where,
        columns);
  }

  @Test
  void theWeekAfterASundayIsOneWeekAhead() {
    publish(SUNDAY);

    assertThat(rows("gold.forecast_frozen", "true", "lag, period"))
        .hasSize(6)
        .startsWith("1 2026-06-01", "2 2026-06-08")
        .endsWith("6 2026-07-06");
  }

  @Test
  void theWeekThatHasBegunIsNotFrozen() {
    publish(TUESDAY);

    assertThat(rows("gold.demand_forecast", "true", "period")).startsWith("2026-06-01");
    assertThat(rows("gold.forecast_frozen", "true", "lag, period"))
        .hasSize(6)
        .startsWith("1 2026-06-08")
        .endsWith("6 2026-07-13");
  }

  @Test
  void whatWasForecastStandsForEverAndIsLaterHeldAgainstWhatHappened() {
    publish(SUNDAY);
    String then = "frozen_as_of = '2026-05-31'";
    List<String> before = testing.content("gold.forecast_frozen", then);
    publish(JULY);

    assertThat(before).hasSize(2 * 6);
    assertThat(testing.content("gold.forecast_frozen", then)).isEqualTo(before);
    assertThat(accuracy("true", "lag, periods, cast(actual_qty as int)"))
        .containsExactly("1 1 10", "2 1 10", "3 1 10", "4 1 10");
  }

  @Test
  void nothingIsFrozenOfADayThatWasOver() {
    sellUntil(JULY);
    run(SUNDAY);

    assertThat(rows("gold.demand_forecast", "as_of = '2026-05-31'", "period")).hasSize(13);
    assertThat(rows("gold.forecast_frozen", "true", "lag")).isEmpty();
  }

  @Test
  void nothingIsFrozenOfADayThatTheWeeklyDemandHasNotReached() {
    sellUntil(SUNDAY);
    run(SUNDAY.plusDays(10));

    assertThat(rows("gold.demand_forecast", "true", "period")).hasSize(13);
    assertThat(rows("gold.forecast_frozen", "true", "lag")).isEmpty();
  }

  @Test
  void anEarlierDayKnowsTheOverridesOfItsTimeOnly() {
    sellUntil(JULY);
    String period = "as_of = '2026-05-31' and override is not null";

    override("2026-06-08", 77, "timestamp'2026-06-01 08:00:00' as overridden_at");
    run(SUNDAY);
    assertThat(rows("gold.demand_forecast", period, "period")).as("made later").isEmpty();

    override("2026-06-08", 77, "timestamp'2026-05-30 08:00:00' as overridden_at");
    run(SUNDAY);
    assertThat(rows("gold.demand_forecast", period, "period")).containsExactly("2026-06-08");

    override(
        "2026-06-08",
        77,
        "timestamp'2026-05-30 08:00:00' as overridden_at, true as is_withdrawn,"
            + " timestamp'2026-06-05 08:00:00' as occurred_at");
    run(SUNDAY);
    assertThat(rows("gold.demand_forecast", period, "period"))
        .as("withdrawn later")
        .containsExactly("2026-06-08");
  }

  /** 50 on order of a week that brought 10: the override of 14 saved 36 of the 40 missed. */
  @Test
  void anOverrideIsHeldAgainstWhatWouldHaveBeenPublishedWithoutIt() {
    testing.fill(
        "silver.sales_order",
        "select 'SHOP' as company, 'S1' as number, 'open' as status,"
            + " date'2026-06-10' as requested_date, 1L as position");
    testing.fill(
        "silver.sales_order_line",
        "select 'SHOP' as company, 'S1' as number, 1 as line_no, 'BELL' as item,"
            + " 50 as ordered_qty, 0 as invoiced_qty, 1L as position");
    override("2026-06-08", 14, "false as is_withdrawn");
    publish(SUNDAY);
    testing.clear("silver.sales_order");
    testing.clear("silver.forecast_override");
    publish(JULY);

    assertThat(
            accuracy(
                "lag = 2",
                "overridden_periods, cast(overridden_abs_error_qty as int),"
                    + " cast(overridden_calculated_abs_error_qty as int),"
                    + " cast(calculated_abs_error_qty as int), cast(abs_error_qty as int)"))
        .containsExactly("1 4 40 40 4");
    assertThat(accuracy("lag = 2", "cast(statistical_abs_error_qty < 5 as string)"))
        .containsExactly("true");
  }

  @Test
  void whatWasPublishedTheWeekBeforeStandsBesideWhatWasSoldAndTestsWhereNothingWas() {
    override("2026-06-01", 14, "false as is_withdrawn");
    publish(SUNDAY);
    testing.clear("silver.forecast_override");
    publish(JULY);

    assertThat(
            rows(
                "gold.forecast_actual",
                "as_of = '2026-07-01' and period between '2026-05-25' and '2026-06-08'",
                "period, source, cast(actual as int), round(forecast)"))
        .containsExactly(
            "2026-05-25 tested 10 10", "2026-06-01 frozen 10 14", "2026-06-08 tested 10 10");
  }

  @Test
  void theIntervalGoesWithThePublishedForecast() {
    override("2026-06-08", 90, "false as is_withdrawn");
    publish(SUNDAY);
    override("2026-06-15", 2, "false as is_withdrawn");
    publish(TUESDAY);

    for (String table : List.of("gold.demand_forecast", "gold.forecast_frozen")) {
      assertThat(rows(table, "override is not null", "period")).isNotEmpty();
      assertThat(
              rows(
                  table,
                  "lo95 < 0 or lo95 > lo80 or lo80 > forecast or hi80 < forecast or hi95 < hi80",
                  "period, lo80, forecast, hi80"))
          .isEmpty();
    }
  }

  /** Its lag 1 was the week that had begun, its lag 2 the next, whose figures stand. */
  @Test
  void whatAnOlderReleaseFrozeCountsFromItsDay() {
    testing.fill(
        "gold.forecast_frozen",
        "select 'SHOP' as company, 'BELL' as item, 'BELL' as item_name, frozen_as_of, period, lag,"
            + " forecast, forecast as statistical, forecast as naive, override, 9 as lo80,"
            + " 11 as hi80, 8 as lo95, 12 as hi95, 1 as scale"
            + " from values (date'2026-05-27', date'2026-05-25', 1, 30, null),"
            + " (date'2026-05-27', date'2026-06-01', 2, 13, null),"
            + " (date'2026-05-31', date'2026-06-01', 1, 99, null),"
            + " (date'2026-05-27', date'2026-06-08', 3, 40, 40)"
            + " as old(frozen_as_of, period, lag, forecast, override)");
    publish(JULY);

    assertThat(
            accuracy(
                "true",
                "lag, periods, cast(abs_error_qty as int), covered_periods, inside80_periods,"
                    + " overridden_periods"))
        .containsExactly("1 1 3 1 1 0", "2 1 30 0 0 0");
  }
}
