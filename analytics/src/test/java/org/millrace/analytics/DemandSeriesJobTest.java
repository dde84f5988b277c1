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
        if(id % 10 = 0, 0, 2.5) as unit_price, 'stocked' as item_kind,
        if(id % 3 = 0, 'France', 'Spain') as country, 'invoice' as kind
      from range(303)
      """;
  private static final String MOVES =
      """
      select company, number as event_id, 1 as line_no, month, item,
        if(day(invoice_date) % 2 = 1, 'MAIN', 'SHOP') as location, -quantity as quantity,
        'sales' as document_domain,
        if(country = 'France', 'invoice', 'delivery') as document_type,
        if(country = 'France', number, concat('D', number)) as document_number,
        cast(invoice_date as timestamp) as occurred_at
      from lines
      """;

  @TempDir Path folder;

  @Test
  void locationsGroupsAndBothEachAddUpToTheItem() {
    try (TestingLake testing = new TestingLake(folder)) {
      testing.fill("silver.sales_invoice_line", LINES);
      testing.lake().session().sql(LINES).createOrReplaceTempView("lines");
      testing.fill("silver.stock_movement", MOVES);
      testing.fill(
          "silver.sales_order",
          "select company, concat('O', number) as number, month, country from lines");
      testing.fill(
          "silver.sales_delivery_line",
          "select company, concat('D', number) as number, 1 as line_no, month,"
              + " concat('O', number) as order_number from lines where country = 'Spain'");
      testing.fill("silver.sales_invoice", "select *, 1L as position from lines");
      AnalysisRun run = new AnalysisRun(testing.lake(), Optional.empty(), Optional.of("SHOP"));

      new DemandSeriesJob(Grain.MONTH).run(run);
      new DemandSeriesJob(Grain.MONTH).run(run);

      List<String> all = testing.content("gold.forecast_series", "grain = 'month'");
      assertThat(all).hasSize(7 * (1 + 2 + 2 + 4));
      testing.lake().read("gold.forecast_series").createOrReplaceTempView("series");
      assertThat(
              testing
                  .lake()
                  .session()
                  .sql(
                      """
                      select period from series group by period
                      having abs(sum(if(series = 'group', forecast, 0))
                          - sum(if(series = 'all', forecast, 0))) > 0.001
                        or abs(sum(if(series = 'location', forecast, 0))
                          - sum(if(series = 'all', forecast, 0))) > 0.001
                        or sum(forecast) < 100 or count(reason) < 9 or count(periods) < 9
                        or count(naive) < 9
                      union all
                      select period from series where customer_group <> ''
                      group by period, customer_group
                      having abs(sum(if(series = 'group', forecast, -forecast))) > 0.001
                      union all
                      select period from series where location <> '' group by period, location
                      having abs(sum(if(series = 'location', forecast, -forecast))) > 0.001
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
