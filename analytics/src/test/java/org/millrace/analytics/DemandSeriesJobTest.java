package org.millrace.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.analytics.demand.DemandSeriesJob;
import org.millrace.analytics.demand.Grain;
import org.millrace.warehouse.AnalysisRun;

/** The forecasts of an item's parts on a real Spark session and a real Delta lake. */
@Tag("slow")
class DemandSeriesJobTest {

  private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
  private static final String LINES =
      """
      select 'SHOP' as company, concat('I', id) as number, 1 as line_no,
        date_add(date'2025-09-01', cast(id as int)) as invoice_date,
        trunc(date_add(date'2025-09-01', cast(id as int)), 'MM') as month,
        'B' as item, 'Bell' as item_name, cast(5 + id % 4 as decimal(18,4)) as quantity,
        2.5 as unit_price, 'stocked' as item_kind,
        if(id % 3 = 0, 'France', 'Spain') as country
      from range(303)
      """;
  private static final String MOVES =
      """
      select company, number as event_id, 1 as line_no, month, item, if(line_no = 1, 'MAIN', '')
        as location, -quantity as quantity, 'sales' as document_domain,
        cast(invoice_date as timestamp) as occurred_at
      from lines
      """;

  @TempDir Path folder;

  @Test
  void locationsAndGroupsEachAddUpToTheItem() {
    try (TestingLake testing = new TestingLake(folder)) {
      testing.fill("silver.sales_invoice_line", LINES);
      testing.lake().session().sql(LINES).createOrReplaceTempView("lines");
      testing.fill("silver.stock_movement", MOVES);
      testing.fill(
          "gold.sales_invoice",
          "select 'SHOP' as company, date'%s' as invoice_date, 1L as position".formatted(AS_OF));
      AnalysisRun run = new AnalysisRun(testing.lake(), Optional.empty(), Optional.of("SHOP"));

      new DemandSeriesJob(Grain.MONTH).run(run);
      new DemandSeriesJob(Grain.MONTH).run(run);

      List<String> all = testing.content("gold.forecast_series", "grain = 'month'");
      assertThat(all).hasSize(6 * (1 + 1 + 2));
      testing.lake().read("gold.forecast_series").createOrReplaceTempView("series");
      assertThat(
              testing
                  .lake()
                  .session()
                  .sql(
                      """
                      select period from series group by period
                      having abs(sum(if(customer_group <> '', forecast, 0))
                          - sum(if(location = '' and customer_group = '', forecast, 0))) > 0.001
                        or abs(sum(if(location <> '', forecast, 0))
                          - sum(if(location = '' and customer_group = '', forecast, 0))) > 0.001
                        or sum(forecast) < 100 or count(reason) < 4 or count(periods) < 4
                      """)
                  .count())
          .isZero();
      assertThat(
              testing
                  .lake()
                  .session()
                  .sql(
                      """
                      select series from series where covered_periods > 0 and abs_error_qty > 0
                      group by series having sum(inside80_periods) <= sum(covered_periods)
                      """)
                  .count())
          .isPositive();
    }
  }
}
