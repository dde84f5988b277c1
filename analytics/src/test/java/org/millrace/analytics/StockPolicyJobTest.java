package org.millrace.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.analytics.planning.PlanJob;
import org.millrace.analytics.planning.PlansMade;
import org.millrace.analytics.stockpolicy.keeping.StockPolicyJob;
import org.millrace.warehouse.AnalysisRun;

/** The stock policy on a real Spark session and a real Delta lake. */
@Tag("slow")
class StockPolicyJobTest {

  private static final String DAY = "as_of = '" + PlanningLake.AS_OF + "'";

  @TempDir static Path folder;
  private static TestingLake testing;

  @BeforeAll
  static void fillsTheLake() {
    testing = PlanningLake.filled(folder);
    run();
  }

  @AfterAll
  static void closes() {
    testing.close();
  }

  private static void run() {
    new StockPolicyJob(Clock.systemUTC()).run(asked());
  }

  private static AnalysisRun asked() {
    return new AnalysisRun(testing.lake(), Optional.of(PlanningLake.AS_OF), Optional.empty());
  }

  private static Map<String, String> figures(String... columns) {
    String all = "concat_ws(' ', " + String.join(", ", columns) + ")";
    List<Row> rows =
        testing.lake().read("gold.stock_policy").where(DAY).selectExpr("item", all).collectAsList();
    return rows.stream()
        .collect(Collectors.toMap(row -> row.getString(0), row -> row.getString(1)));
  }

  @Test
  void everyStockedItemHasAPolicyAndServicesHaveNone() {
    assertThat(figures("source")).isEqualTo(Map.of("BIKE", "make", "WHEEL", "buy", "CHAIR", "buy"));
  }

  @Test
  void expectsWhatIsForecastAndWhatProductionConsumes() {
    assertThat(figures("weekly_qty", "weekly_error_qty").get("CHAIR")).isEqualTo("3.5000 1.4142");
    // 10 consumed in the first of two weeks: 5 a week, deviation of 10 and 0
    assertThat(figures("weekly_qty", "weekly_error_qty").get("WHEEL")).isEqualTo("5.0000 7.0711");
  }

  @Test
  void takesThePlannersLeadTimeBeforeTheOneSeenBeforeTheDefault() {
    Map<String, String> leads = figures("lead_days", "lead_deviation_days", "lead_receipts");

    // seen: 14 and 18 days; set: 10 working days, of the deviation nothing
    assertThat(leads).containsEntry("WHEEL", "14.00 2.83 2").containsEntry("CHAIR", "7.00 0.00 0");
  }

  /** Seen: 16 ± 2.83 days; 16 · 5/7 are 12 working days, on which the plan cannot improve. */
  @Test
  void whatAPolicyLeavesOpenIsTakenAsSeen() {
    PlanningLake.setOnlyTheLotsOfWheels(testing);
    try {
      run();
      assertThat(figures("lead_days", "lead_deviation_days").get("WHEEL")).isEqualTo("16.00 2.83");

      new PlanJob(Clock.systemUTC(), PlansMade.UNHEARD).run(asked());
      assertThat(
              testing
                  .lake()
                  .read("gold.plan_proposal")
                  .where("item = 'WHEEL'")
                  .selectExpr("concat_ws(' ', quantity, start_date, possible_date)")
                  .first()
                  .getString(0))
          .isEqualTo("100.000000 2026-06-01 2026-06-17");
    } finally {
      PlanningLake.fillPolicies(testing);
      run();
    }
  }

  /**
   * Wheels come in packs of 50 and have no safety stock: 1 - 10.2 · 0.399 / 50 are met. Chairs come
   * as they are needed, a week's 3.5: 1 - 1.41 · 0.0073 / 3.5 are met.
   */
  @Test
  void anOrderBringsWhatTheLotRuleOfTheItemMakes() {
    assertThat(figures("order_qty", "round(try_divide(met_amount, demanded_amount), 3)"))
        .containsEntry("WHEEL", "50.0000 0.919")
        .containsEntry("CHAIR", "3.5000 0.997");
  }

  @Test
  void valuesTheStockOfTheDayAndItsTurnover() {
    Map<String, String> stock =
        figures("on_hand_qty", "stock_amount", "used_amount", "average_stock_amount");

    // what moved on 2 June is not known on 1 June
    assertThat(stock.get("CHAIR")).startsWith("4.0000 20.00 300.00 ");
    // 20 bikes for 4,000 came 155 days into the year before
    assertThat(stock.get("BIKE")).isEqualTo("20.0000 4000.00 0.00 2301.37");
  }

  @Test
  void tellsWhatIsShortAndWhatLiesDead() {
    assertThat(figures("is_short", "cover_days"))
        .containsEntry("CHAIR", "false 8.00")
        .containsEntry("BIKE", "false");
    assertThat(figures("idle_days", "dead_qty", "dead_amount"))
        .containsEntry("BIKE", "210 20.0000 4000.00")
        .containsEntry("CHAIR", "3 0.0000 0.00");
  }

  @Test
  void holdsWhatProductionMadeAgainstWhatWent() {
    assertThat(figures("made_qty", "is_behind")).containsEntry("WHEEL", "0.0000 false");
    assertThat(figures("made_rate").get("WHEEL")).isEmpty();
    PlanningLake.sellAndMakeBikes(testing);
    try {
      run();
      assertThat(figures("went_qty", "came_qty", "made_qty", "made_rate").get("BIKE"))
          .isEqualTo("12.0000 14.0000 9.0000 0.7500");
      // 22 on hand, 3 fewer in four weeks
      assertThat(figures("stock_out_days").get("BIKE")).isEqualTo("205.33");
    } finally {
      PlanningLake.fillMovements(testing);
      run();
    }
  }

  @Test
  void theCurveShipsMetAndDemanded() {
    assertThat(testing.content("gold.service_curve", DAY + " and met_amount <= demanded_amount"))
        .hasSize(11);
  }

  @Test
  void byItselfItTakesTheLastBusinessDayAndRestsUntilStockOrForecastChange() {
    StockPolicyJob job = new StockPolicyJob(Clock.systemUTC());
    AnalysisRun byItself = new AnalysisRun(testing.lake(), Optional.empty(), Optional.empty());

    assertThat(job.run(byItself).figures().toString()).contains("asOf=2026-05-29", "items=3");
    assertThat(job.run(byItself).figures().toString()).contains("companies=[]");
    PlanningLake.receiveTenWheels(testing);
    assertThat(job.run(byItself).figures().toString()).contains("asOf=2026-05-29");
    PlanningLake.settle(testing, 0, "monday");
    assertThat(job.run(byItself).figures().toString()).contains("asOf=2026-05-29");
    PlanningLake.fillDocuments(testing);
  }

  /** The ten working days of wheels last two weeks and a half where four are worked. */
  @Test
  void keepsStockByTheSettingsOfTheCompany() {
    PlanningLake.settle(testing, 0, "monday tuesday thursday friday");
    run();
    assertThat(figures("service_level"))
        .isEqualTo(Map.of("BIKE", "0.7500", "WHEEL", "0.7500", "CHAIR", "0.7500"));
    assertThat(figures("lead_days").get("WHEEL")).isEqualTo("17.50");
    PlanningLake.fillDocuments(testing);
    run();
    assertThat(figures("service_level")).doesNotContainValue("0.7500");
  }

  @Test
  void runTwiceItWritesTheSame() {
    List<String> policies = testing.content("gold.stock_policy", DAY);
    List<String> curve = testing.content("gold.service_curve", DAY);
    run();

    assertThat(testing.content("gold.stock_policy", DAY)).hasSize(3).isEqualTo(policies);
    assertThat(testing.content("gold.service_curve", DAY)).isEqualTo(curve);
  }
}
