package org.millrace.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.analytics.demand.DemandSeriesJob;
import org.millrace.analytics.demand.Grain;
import org.millrace.warehouse.AnalysisRun;

/** What is frozen of forecasts by day and month, and what became of them, on a real lake. */
@Tag("slow")
class FrozenSeriesJobTest {

  private static final LocalDate MARCH = LocalDate.of(2026, 3, 31);
  private static final LocalDate MIDDLE = LocalDate.of(2026, 4, 15);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);

  /** Ten a day until March, twenty from April on. */
  private static final String LINES =
      """
      select 'SHOP' as company, concat('I', id) as number, 1 as line_no, day as invoice_date,
        trunc(day, 'MM') as month, 'B' as item, 'Bell' as item_name,
        cast(if(day < '2026-04-01', 10, 20) as decimal(18,4)) as quantity, 2.5 as unit_price,
        'stocked' as item_kind, 'Spain' as country, 'invoice' as kind, 1L as position
      from (select id, date_add(date'2025-09-01', cast(id as int)) as day from range(303))
      where day <= date'%s'
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
  void forgets() {
    testing.clear("gold.series_frozen");
    testing.clear("gold.series_accuracy");
  }

  private static void sellUntil(LocalDate day) {
    testing.fill("silver.sales_invoice_line", LINES.formatted(day));
    testing.fill("silver.sales_invoice", LINES.formatted(day));
  }

  private static void run(Grain grain, LocalDate asOf) {
    new DemandSeriesJob(grain)
        .run(new AnalysisRun(testing.lake(), Optional.of(asOf), Optional.of("SHOP")));
  }

  private static List<String> frozen(String columns) {
    return testing.texts("gold.series_frozen", "true", columns);
  }

  @Test
  void monthsAndDaysAreFrozenOneToSixAhead() {
    sellUntil(MARCH);
    run(Grain.MONTH, MARCH);
    run(Grain.DAY, MARCH);
    run(Grain.WEEK, MARCH);

    assertThat(frozen("grain, lag, period"))
        .hasSize(2 * 6)
        .contains("day 1 2026-04-01", "day 6 2026-04-06")
        .contains("month 1 2026-04-01", "month 6 2026-09-01");

    theMonthThatHasBegunIsNotFrozenAndWhatWasStands();
  }

  private static void theMonthThatHasBegunIsNotFrozenAndWhatWasStands() {
    List<String> before = testing.content("gold.series_frozen", "true");
    sellUntil(MIDDLE);
    run(Grain.MONTH, MIDDLE);
    run(Grain.MONTH, MIDDLE.plusDays(1));

    assertThat(testing.content("gold.series_frozen", "frozen_as_of = '2026-03-31'"))
        .isEqualTo(before);
    assertThat(testing.texts("gold.series_frozen", "frozen_as_of > '2026-03-31'", "lag, period"))
        .hasSize(6)
        .startsWith("1 2026-05-01")
        .endsWith("6 2026-10-01");
  }

  @Test
  void nothingIsFrozenOfADayThatWasOverOrIsNotReached() {
    sellUntil(JUNE);
    run(Grain.MONTH, MARCH);
    run(Grain.MONTH, JUNE.plusMonths(2));

    assertThat(frozen("lag")).isEmpty();
  }

  /** April brought 600 where about 300 were expected. */
  @Test
  void whatWasFrozenIsHeldAgainstWhatWasSold() {
    sellUntil(MARCH);
    run(Grain.MONTH, MARCH);
    sellUntil(JUNE);
    run(Grain.MONTH, JUNE);

    assertThat(
            testing.texts(
                "gold.series_accuracy",
                "grain = 'month' and as_of = '2026-06-30'",
                "lag, periods, cast(actual_qty as int), cast(error_qty + actual_qty as int) < 400,"
                    + " abs_error_qty = -error_qty, covered_periods"))
        .containsExactly("1 1 600 true true 1", "2 1 620 true true 1", "3 1 600 true true 1");
  }
}
