package org.millrace.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.analytics.planning.PlanJob;
import org.millrace.analytics.planning.PlansMade;
import org.millrace.warehouse.AnalysisRefused;
import org.millrace.warehouse.AnalysisRun;

/** The plan on a real Spark session and a real Delta lake: an order of 100 bikes. */
@Tag("slow")
class PlanJobTest {

  private static final List<String> TABLES =
      List.of(
          "gold.plan_version",
          "gold.plan_proposal",
          "gold.plan_peg",
          "gold.plan_message",
          "gold.plan_material_week",
          "gold.plan_load_week",
          "gold.plan_load_job",
          "gold.plan_change");

  private static final String FIVE_DAYS = "monday tuesday wednesday thursday friday";

  /** Fewer than a plan has, so that they are written in parts. */
  private static final int PEGS_AT_ONCE = 7;

  @TempDir static Path folder;
  private static TestingLake testing;
  private static long position = 500;
  private final List<String> heard = new ArrayList<>();
  private final PlanJob job =
      new PlanJob(
          Clock.systemUTC(),
          (company, asOf, version, plan) ->
              heard.add("%s %s %d %d".formatted(company, asOf, version, plan.proposals().size())),
          PEGS_AT_ONCE);

  @BeforeAll
  static void fillsTheLake() {
    testing = PlanningLake.filled(folder);
  }

  @AfterAll
  static void closes() {
    testing.close();
  }

  @BeforeEach
  void isAsBeforeTheFirstPlan() {
    PlanningLake.fillDocuments(testing);
    TABLES.forEach(testing::clear);
  }

  private String runByItself() {
    return job.run(new AnalysisRun(testing.lake(), Optional.empty(), Optional.empty()))
        .figures()
        .toString();
  }

  private List<List<String>> contents() {
    return TABLES.stream().map(table -> testing.content(table, "true")).toList();
  }

  private List<String> figures(String table, String where, String... columns) {
    return testing
        .lake()
        .read(table)
        .where(where)
        .selectExpr("concat_ws(' ', " + String.join(", ", columns) + ")")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  @Test
  void anOrderOfAHundredBikesMakesSeventyAndBuysAHundredWheels() {
    assertThat(runByItself()).contains("BIKES", "asOf=2026-06-01", "planVersion=1");

    assertThat(figures("gold.plan_proposal", "item = 'BIKE'", "source", "quantity", "start_date"))
        .containsExactly("make 70.000000 2026-06-01");
    assertThat(figures("gold.plan_proposal", "item = 'WHEEL'", "source", "quantity", "supplier"))
        .containsExactly("buy 100.000000 S1");
    assertThat(figures("gold.plan_peg", "item = 'WHEEL'", "reason", "document", "quantity"))
        .containsExactly("lot_size WHEEL 10.000000", "sales_order SO-1 90.000000");
    assertThat(heard).hasSize(1).first().asString().startsWith("BIKES 2026-06-01 1 ");

    // runs again: nothing changed, nothing is done
    assertThat(runByItself()).contains("companies=[]");
    assertThat(heard).hasSize(1);
  }

  /**
   * 100 bikes for Monday 29 June, 20 there and 10 to come: 70 to make in five working days. Their
   * 140 wheels are taken on the 22nd; 50 are there, 90 missing make two lots of 50, bought ten
   * working days before.
   */
  @Test
  void anOrderIsPlannedForTheDayItsCustomerWantsIt() {
    order("date'2026-05-11'", "date'2026-06-29'");
    runByItself();

    assertThat(figures("gold.plan_proposal", "item = 'BIKE'", "quantity", "start_date", "due_date"))
        .containsExactly("70.000000 2026-06-22 2026-06-29");
    assertThat(
            figures("gold.plan_proposal", "item = 'WHEEL'", "quantity", "start_date", "due_date"))
        .containsExactly("100.000000 2026-06-08 2026-06-22");
    assertThat(figures("gold.plan_material_week", "item = 'BIKE'", "period", "needed_qty"))
        .contains("2026-06-29 100.000000", "2026-06-01 0.000000");
    assertThat(figures("gold.plan_message", "document = 'SO-1'", "kind")).isEmpty();
  }

  @Test
  void onlyAnOrderWhoseDayHasPassedIsPastDue() {
    order("date'2026-05-11'", "date'2026-05-20'");
    runByItself();
    String past = "document = 'SO-1' and kind = 'past_due'";
    assertThat(figures("gold.plan_message", past, "document_type", "text_en"))
        .containsExactly("sales-order SO-1 of BIKE is past due since 2026-05-20.");

    order("date'2026-05-11'", "cast(null as date)");
    runByItself();
    assertThat(figures("gold.plan_message", "document = 'SO-1' and kind = 'past_due'", "text_en"))
        .isEmpty();
  }

  /**
   * Expected 3.5 a week, in whole pieces 4, 3, 3: the second week's have left and wait to be
   * billed.
   */
  @Test
  void whatIsDeliveredAndNotInvoicedIsNotWantedAgain() {
    order("date'2026-06-01'", "date'2026-06-10'");
    String chairs = "item = 'CHAIR' and reason = 'forecast' and document < 'CHAIR/2026-06-20'";
    chairsOrdered(0);
    runByItself();
    assertThat(figures("gold.plan_peg", chairs, "document", "quantity"))
        .containsExactly("CHAIR/2026-06-08 3.000000", "CHAIR/2026-06-15 3.000000");

    chairsOrdered(10);
    runByItself();
    assertThat(figures("gold.plan_peg", chairs, "document", "quantity"))
        .containsExactly("CHAIR/2026-06-15 3.000000");
  }

  private static void chairsOrdered(int delivered) {
    testing.fill(
        "silver.sales_order_line",
        """
        select 'BIKES' as company, 'SO-1' as number, 1 as line_no, date'2026-06-01' as month,
          'CHAIR' as item, %1$d as ordered_qty, %1$d as delivered_qty, 0 as invoiced_qty,
          %2$dL as position
        """
            .formatted(delivered, ++position));
  }

  private static void order(String placed, String requested) {
    testing.fill(
        "silver.sales_order",
        """
        select 'BIKES' as company, 'SO-1' as number, %s as order_date, date'2026-05-01' as month,
          'C1' as customer, 'EUR' as currency, 'open' as status, %s as requested_date,
          %dL as position
        """
            .formatted(placed, requested, ++position));
  }

  @Test
  void theSupplierOfTheLastOrderStandsWhereThePolicyNamesNone() {
    testing.fill(
        "silver.purchase_order",
        """
        select 'BIKES' as company, concat('PO-', id) as number,
          date_sub(date'2026-04-20', id) as order_date, concat('S', id) as supplier,
          'received' as status, cast(id as bigint) as position
        from values (4), (5), (6) as orders(id)
        """);
    testing.fill(
        "silver.purchase_order_line",
        """
        select 'BIKES' as company, concat('PO-', id) as number, 1 as line_no, item,
          10 as ordered_qty, 10 as received_qty, cast(id as bigint) as position
        from values (4, 'WHEEL'), (5, 'CHAIR'), (6, 'CHAIR'), (6, 'BIKE') as lines(id, item)
        """);
    runByItself();

    assertThat(figures("gold.plan_proposal", "true", "item", "coalesce(supplier, '-')"))
        .contains("BIKE -", "CHAIR S5", "WHEEL S1")
        .doesNotContain("CHAIR S6", "WHEEL S4");
  }

  @Test
  void whatWasSoldIsForecastAndWhatIsLateSaysSo() {
    runByItself();

    // 4 chairs are there, 3.5 a week expected: pieces, in whole weeks, from the forecast alone,
    // which ends in August; the plan looks ahead to November
    assertThat(figures("gold.plan_peg", "item = 'CHAIR' and reason = 'forecast'", "document"))
        .isNotEmpty()
        .allMatch(document -> document.startsWith("CHAIR/2026-"))
        .contains("CHAIR/2026-08-24", "CHAIR/2026-11-23");
    assertThat(
            figures("gold.plan_proposal", "item = 'CHAIR' and quantity <> round(quantity)", "item"))
        .isEmpty();
    assertThat(figures("gold.plan_message", "kind = 'late' and document = 'SO-1'", "text_zh"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("SO-1（物料BIKE）应于2026-06-01备齐");
    assertThat(figures("gold.plan_material_week", "item = 'BIKE'", "period", "needed_qty"))
        .contains("2026-06-01 100.000000");
  }

  @Test
  void runTwiceForTheSameDayItWritesTheSame() {
    AnalysisRun asked =
        new AnalysisRun(testing.lake(), Optional.of(PlanningLake.AS_OF), Optional.of("BIKES"));
    job.run(asked);
    List<List<String>> first = contents();
    job.run(asked);

    assertThat(contents()).isEqualTo(first);
  }

  @Test
  void anApprovedProposalIsOnItsWayAndItsDocumentIsCountedOnce() {
    runByItself();
    String wheels = figures("gold.plan_proposal", "item = 'WHEEL'", "proposal").get(0);
    testing.fill(
        "silver.proposal",
        """
        select 'BIKES' as company, '%s' as proposal, 'WHEEL' as item, 'buy' as source,
          100 as quantity, 100 as approved_qty, date'2026-06-15' as due_date, 'approved' as state,
          'purchase-order' as document_type, 'PO-9' as document_number, 900L as position
        """
            .formatted(wheels));
    assertThat(runByItself()).contains("planVersion=2");
    assertThat(figures("gold.plan_proposal", "plan_version = 2 and item = 'WHEEL'", "item"))
        .isEmpty();
    assertThat(figures("gold.plan_change", "plan_version = 2 and item = 'WHEEL'", "kind"))
        .containsExactly("removed");
    assertThat(figures("gold.plan_version", "plan_version = 2", "changed_qty"))
        .as("a decision is no change of the plan")
        .containsExactly("0.000000");

    testing.fill(
        "silver.purchase_order",
        """
        select 'BIKES' as company, 'PO-9' as number, date'2026-06-01' as order_date,
          date'2026-06-15' as promised_date, 'open' as status, 901L as position
        """);
    testing.fill(
        "silver.purchase_order_line",
        """
        select 'BIKES' as company, 'PO-9' as number, 1 as line_no, 'WHEEL' as item,
          100 as ordered_qty, 0 as received_qty, 901L as position
        """);
    assertThat(runByItself()).contains("planVersion=2");
    assertThat(figures("gold.plan_proposal", "plan_version = 2 and item = 'WHEEL'", "item"))
        .isEmpty();
    assertThat(figures("gold.plan_message", "item = 'WHEEL' and kind = 'surplus'", "quantity"))
        .containsExactly("10.000000");
  }

  /** The 70 bikes are not made, so the 140 wheels are not bought; taken back, they are again. */
  @Test
  void aRejectedProposalIsNoSupplyUntilItIsTakenBack() {
    runByItself();
    String bikes = figures("gold.plan_proposal", "item = 'BIKE'", "proposal").get(0);
    decided(bikes, "rejected", 2);
    assertThat(runByItself()).contains("planVersion=2");

    assertThat(figures("gold.plan_proposal", "plan_version = 2", "item"))
        .contains("CHAIR")
        .doesNotContain("BIKE", "WHEEL");
    assertThat(figures("gold.plan_message", "kind = 'rejected'", "severity", "document", "text_en"))
        .containsExactly(
            "urgent SO-1 SO-1 of BIKE lacks 70 from 2026-06-01 on, as anna rejected %s of BIKE"
                    .formatted(bikes)
                + " (Too dear): reopen that proposal, or move or cancel what needs it.");

    decided(bikes, "open", 3);
    runByItself();
    assertThat(figures("gold.plan_proposal", "plan_version = 3 and item = 'BIKE'", "proposal"))
        .containsExactly(bikes);
    assertThat(figures("gold.plan_message", "kind = 'rejected'", "text_en")).isEmpty();
  }

  private static void decided(String proposal, String state, int version) {
    testing.fill(
        "silver.proposal",
        """
        select 'BIKES' as company, '%s' as proposal, 'BIKE' as item, 'make' as source,
          70 as quantity, date'2026-06-08' as due_date, '%s' as state, 'anna' as decided_by,
          'Too dear' as note, %dL as aggregate_version, 800L as position
        """
            .formatted(proposal, state, version));
    testing.fill(
        "silver.proposal_peg",
        """
        select 'BIKES' as company, '%s' as proposal, 'BIKE' as item, 'sales_order' as reason,
          'SO-1' as document, 70 as quantity, 2L as aggregate_version, 800L as position
        """
            .formatted(proposal));
  }

  @Test
  void loadsWorkCentresByTheirRoutings() {
    testing.fill(
        "silver.work_centre",
        """
        select 'BIKES' as company, 'ASSEMBLY' as work_centre, 8 as hours_per_day,
          5 as days_per_week, 50L as position
        """);
    testing.fill(
        "silver.routing_operation",
        """
        select 'BIKES' as company, 'BIKE' as item, 10 as operation, 'ASSEMBLY' as work_centre,
          5 as setup_hours, 0.5 as hours_per_unit, false as is_dropped, 51L as position
        """);
    runByItself();

    // 70 bikes take 5 + 35 hours, the 10 of the open work order 5 + 5
    assertThat(
            testing
                .lake()
                .read("gold.plan_load_week")
                .selectExpr("cast(sum(load_hours) as string)")
                .first()
                .getString(0))
        .isEqualTo("50.0000");
    assertThat(figures("gold.plan_load_job", "job = 'WO-1'", "work_centre")).contains("ASSEMBLY");
  }

  /** As above, but nobody works on Wednesday the 24th: the bikes start on Friday the 19th. */
  @Test
  void leadTimesLeaveOutTheDaysThatTheCompanyDoesNotWork() {
    order("date'2026-05-11'", "date'2026-06-29'");
    runByItself();
    PlanningLake.settle(testing, 0, FIVE_DAYS, "2026-06-24");
    assertThat(runByItself()).contains("planVersion=2");

    assertThat(dates("BIKE", 2)).containsExactly("70.000000 2026-06-19 2026-06-29");
    assertThat(dates("WHEEL", 2)).containsExactly("100.000000 2026-06-05 2026-06-19");

    PlanningLake.settle(testing, 0, FIVE_DAYS + " saturday");
    runByItself();
    assertThat(dates("BIKE", 3)).containsExactly("70.000000 2026-06-23 2026-06-29");
  }

  /**
   * Wheels should start on the 8th, may on the 15th and come on the 29th, under the id they had.
   */
  @Test
  void startsNothingInTheFrozenZoneAndMeasuresWhatMovesThere() {
    order("date'2026-05-11'", "date'2026-06-29'");
    testing.clear("gold.demand_forecast");
    runByItself();
    PlanningLake.settle(testing, 14, FIVE_DAYS);
    runByItself();

    assertThat(dates("BIKE", 2)).containsExactly("70.000000 2026-06-22 2026-06-29");
    assertThat(dates("WHEEL", 2)).containsExactly("100.000000 2026-06-15 2026-06-29");
    assertThat(figures("gold.plan_message", "kind = 'frozen'", "item", "text_en", "text_zh"))
        .containsExactly(
            "WHEEL WHEEL@2026-06-22 of WHEEL is needed on 2026-06-22, may start after the frozen"
                + " zone only and can be there on 2026-06-29."
                + " WHEEL@2026-06-22（物料WHEEL）2026-06-22需要，只能在冻结期之后开始，2026-06-29才有。");
    assertThat(
            figures(
                "gold.plan_version",
                "true",
                "plan_version",
                "frozen_days",
                "changed_qty",
                "planned_qty",
                "frozen_changed_qty",
                "frozen_planned_qty"))
        .containsExactly(
            "1 0 0.000000 0.000000 0.000000 0.000000",
            "2 14 100.000000 170.000000 100.000000 100.000000");
  }

  private List<String> dates(String item, int version) {
    String where = "item = '%s' and plan_version = %d".formatted(item, version);
    return figures("gold.plan_proposal", where, "quantity", "start_date", "due_date");
  }

  @Test
  void aHolidayIsNoCapacity() {
    testing.fill(
        "silver.work_centre",
        """
        select 'BIKES' as company, code as work_centre, 8 as hours_per_day, days as days_per_week,
          50L as position
        from values ('PAINT', 3), ('ASSEMBLY', 5), ('OVEN', 7) as centres(code, days)
        """);
    testing.fill(
        "silver.routing_operation",
        """
        select 'BIKES' as company, 'BIKE' as item, no as operation, code as work_centre,
          5 as setup_hours, 0.5 as hours_per_unit, false as is_dropped, 51L as position
        from values (10, 'PAINT'), (20, 'ASSEMBLY'), (30, 'OVEN') as steps(no, code)
        """);
    PlanningLake.settle(testing, 0, FIVE_DAYS, "2026-06-10");
    runByItself();

    assertThat(
            figures(
                "gold.plan_load_week", "period = '2026-06-08'", "work_centre", "capacity_hours"))
        .containsExactly("ASSEMBLY 32.0000", "OVEN 48.0000", "PAINT 16.0000");
  }

  @Test
  void keepsFiveVersions() {
    for (int ordered = 1; ordered <= 7; ordered++) {
      testing.fill(
          "silver.sales_order_line",
          """
          select 'BIKES' as company, 'SO-1' as number, 1 as line_no, date'2026-06-01' as month,
            'BIKE' as item, %d as ordered_qty, 0 as delivered_qty, %dL as position
          """
              .formatted(100 + ordered, 100 + ordered));
      runByItself();
    }

    assertThat(figures("gold.plan_version", "true", "plan_version"))
        .containsExactly("3", "4", "5", "6", "7");
    assertThat(figures("gold.plan_proposal", "item = 'BIKE'", "plan_version", "quantity"))
        .contains("3 73.000000", "7 77.000000")
        .hasSize(5);
    assertThat(figures("gold.plan_version", "plan_version = 7", "changed_qty", "before_version"))
        .containsExactly("1.000000 6");
  }

  @Test
  void billsInACircleAreToldAndTheLastPlanStands() {
    runByItself();
    List<List<String>> before = contents();
    testing.fill(
        "silver.item_material",
        """
        select 'BIKES' as company, item, material, 1 as quantity, 1L as aggregate_version,
          77L as position
        from values ('BIKE', 'WHEEL'), ('WHEEL', 'BIKE') as bills(item, material)
        """);
    testing.fill(
        "silver.work_order_material",
        "select 'BIKES' as company, 'WO-1' as number, 'WHEEL' as item, 1 as planned_qty,"
            + " 1 as consumed_qty, 78L as position");

    AnalysisRun run = new AnalysisRun(testing.lake(), Optional.empty(), Optional.empty());
    assertThat(job.run(run).figures()).containsEntry("companies", List.of());

    assertThat(run.outcomes().all())
        .singleElement()
        .asString()
        .contains("BIKES", "Bills of material run in a circle");
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void refusesACompanyThatIsNotThere() {
    PlanJob unheard = new PlanJob(Clock.systemUTC(), PlansMade.UNHEARD);
    AnalysisRun run =
        new AnalysisRun(testing.lake(), Optional.of(PlanningLake.AS_OF), Optional.of("NOBODY"));

    assertThatExceptionOfType(AnalysisRefused.class)
        .isThrownBy(() -> unheard.run(run))
        .withMessageContaining("NOBODY has no documents")
        .withMessageContaining("[BIKES]");
  }
}
