package org.millrace.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millrace.analytics.planning.PlanJob;
import org.millrace.analytics.planning.PlansMade;
import org.millrace.warehouse.AnalysisRun;

/** The lot rules of item policies, from a real lake into a plan. */
@Tag("slow")
class PlanLotsJobTest {

  @TempDir static Path folder;
  private static TestingLake testing;

  @BeforeAll
  static void fillsTheLake() {
    testing = PlanningLake.filled(folder);
    testing.fill(
        "silver.sales_order",
        """
        select 'BIKES' as company, number, date'2026-05-11' as order_date,
          date'2026-05-01' as month, 'open' as status, wanted as requested_date, 1L as position
        from values ('SO-1', date'2026-06-29'), ('SO-3', date'2026-07-13') as orders(number, wanted)
        """);
    testing.fill(
        "silver.sales_order_line",
        """
        select 'BIKES' as company, number, 1 as line_no, date'2026-06-01' as month, 'BIKE' as item,
          bikes as ordered_qty, 0 as delivered_qty, 1L as position
        from values ('SO-1', 100), ('SO-3', 20) as lines(number, bikes)
        """);
    testing.fill(
        "gold.stock_policy",
        """
        select 'BIKES' as company, date'2026-06-01' as as_of, 'WHEEL' as item, 20 as weekly_qty,
          0 as safety_qty, 0 as lead_receipts
        """);
  }

  @AfterAll
  static void closes() {
    testing.close();
  }

  /**
   * 90 wheels are missing on 22 June and 40 on 6 July; 20 are used a week. An order costs 50, a
   * wheel and year 2: the economic quantity is √(2 · 1,040 · 50 / 2) = 228.
   */
  @ParameterizedTest
  @CsvSource({
    "fixed, 50, 100 in 2 for 2026-06-22 and 50 in 1 for 2026-07-06",
    "minimum, 120, 120 in 1 for 2026-06-22 and 120 in 1 for 2026-07-06",
    "periods, , 130 in 1 for 2026-06-22",
    "eoq, , 228 in 1 for 2026-06-22",
    "silver_meal, , 130 in 1 for 2026-06-22",
    "wagner_whitin, , 130 in 1 for 2026-06-22"
  })
  void ordersByTheLotRuleOfThePolicy(String rule, String size, String proposals) {
    PlanningLake.setTheLotsOfWheels(testing, rule, size);
    testing.clear("gold.plan_version");
    new PlanJob(Clock.systemUTC(), PlansMade.UNHEARD)
        .run(
            new AnalysisRun(testing.lake(), Optional.of(PlanningLake.AS_OF), Optional.of("BIKES")));

    assertThat(
            testing
                .lake()
                .read("gold.plan_proposal")
                .where("item = 'WHEEL'")
                .orderBy("due_date")
                .selectExpr("concat_ws(' ', cast(quantity as int), 'in', orders, 'for', due_date)")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .collect(Collectors.joining(" and ")))
        .isEqualTo(proposals);
  }
}
