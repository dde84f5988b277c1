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
import org.millrace.warehouse.AnalysisRun;

/** Forecasts of new items by the demand job on a real Spark session and a real Delta lake. */
@Tag("slow")
class DemandAnaloguesJobTest {

  private static final LocalDate TUESDAY = LocalDate.of(2026, 6, 30);
  private static final String ANALOGUES = "method like 'Analogues and%'";

  /** One item of the first week, 30 launches in three to ten times as much, and the new ones. */
  private static final String DEMAND =
      """
      select 'SHOP' as company, item, concat('Item ', item) as item_name,
        date_add(first, cast(7 * week as int)) as period,
        cast(quantity as decimal(18,4)) as quantity
      from (
        select 'OLD' as item, date'2025-09-01' as first, id as week, 20 as quantity from range(43)
        union all
        select concat('L', launch), date_add(date'2025-10-06', cast(7 * (launch % 9) as int)), id,
          if(id = 0, 3, 1) * (10 + launch) + id % 3
        from range(24) cross join (select id as launch from range(30))
        union all
        select 'THREE', date'2026-06-08', id, if(id = 0, 60, 20) from range(3)
        union all
        select 'KILO', date'2026-06-08', id, if(id = 0, 60, 20) from range(3)
        union all
        select 'TWO', date'2026-06-15', id, if(id = 0, 60, 20) from range(2)
        union all
        select 'STARTED', date'2026-06-29', 0L, 7
      )
      """;

  @TempDir static Path folder;
  private static TestingLake testing;

  @BeforeAll
  static void fillsTheLake() {
    testing = new TestingLake(folder);
    testing.fill("gold.demand_weekly", DEMAND);
    testing.fill(
        "gold.sales_invoice",
        "select 'SHOP' as company, date'%s' as invoice_date, 1L as position".formatted(TUESDAY));
    testing.fill(
        "silver.item",
        """
        select distinct 'SHOP' as company, item as code, 'stocked' as kind,
          if(item = 'KILO', 'kg', 'pcs') as unit, 1L as aggregate_version
        from (%s)
        """
            .formatted(DEMAND));
  }

  @AfterAll
  static void closes() {
    testing.close();
  }

  private static void run(LocalDate asOf) {
    new DemandJob(Clock.systemUTC())
        .run(new AnalysisRun(testing.lake(), Optional.of(asOf), Optional.of("SHOP")));
  }

  private static List<String> forecasts(LocalDate asOf, String where) {
    return testing.content("gold.demand_forecast", "as_of = '%s' and %s".formatted(asOf, where));
  }

  @Test
  void aYoungItemIsForecastByTheLaunchesOfItemsInItsUnit() {
    run(TUESDAY);

    assertThat(forecasts(TUESDAY, "item = 'THREE' and " + ANALOGUES)).hasSize(13);
    assertThat(
            forecasts(
                TUESDAY,
                "item = 'THREE' and reason like '%3 weeks of its own, and 30 launches of items%'"
                    + " and reason_zh like '%自身 3 周数据，并参照 30 个相似品%'"))
        .hasSize(13);
    assertThat(forecasts(TUESDAY, "item = 'KILO'")).hasSize(13);
    assertThat(forecasts(TUESDAY, ANALOGUES + " and item not in ('THREE', 'TWO', 'STARTED')"))
        .isEmpty();
  }

  @Test
  void anItemOfThisWeekIsForecastFromThisWeekOn() {
    run(TUESDAY);

    assertThat(forecasts(TUESDAY, "item = 'STARTED' and " + ANALOGUES)).hasSize(13);
    assertThat(
            forecasts(
                TUESDAY,
                "item = 'STARTED' and period = '2026-06-29' and forecast >= 7 and lo95 >= 7"
                    + " and naive = 7 and error is null and reason like '%7 sold so far%'"))
        .hasSize(1);
    assertThat(
            testing.content("gold.forecast_frozen", "item = 'STARTED' and period = '2026-07-06'"))
        .hasSize(1);
    assertThat(forecasts(TUESDAY, "lo95 < 0 or lo80 > forecast or forecast > hi80")).isEmpty();
  }

  @Test
  void anEarlierDayDoesNotKnowWhatItsWeekBroughtLater() {
    LocalDate earlier = LocalDate.of(2026, 6, 16);
    run(earlier);

    assertThat(forecasts(earlier, "item = 'THREE' and " + ANALOGUES)).hasSize(13);
    assertThat(forecasts(earlier, "item in ('TWO', 'STARTED')")).isEmpty();
  }
}
