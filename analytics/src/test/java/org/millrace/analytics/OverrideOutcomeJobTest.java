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

/** What became of each override once its week was over, on a real lake. */
@Tag("slow")
class OverrideOutcomeJobTest {

  private static final LocalDate SUNDAY = LocalDate.of(2026, 5, 31);
  private static final LocalDate NEXT_SUNDAY = SUNDAY.plusWeeks(1);
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

  /** Ten of a bell a week, but 16 in the week of 8 June. */
  private static final String DEMAND =
      """
      select 'SHOP' as company, 'BELL' as item, 'The bell' as item_name, period,
        cast(if(period = '2026-06-08', 16, 10) as decimal(18,4)) as quantity
      from (
        select date_add(date'2025-09-01', cast(7 * id as int)) as period from range(44)
      )
      where period <= date'%s'
      """;

  /** Four of five leave the shop, one the store; in the week of 8 June 15 and 1. */
  private static final String MOVED =
      """
      select 'SHOP' as company, concat('E', id, location) as event_id, 1 as line_no,
        'BELL' as item, location, 'sales' as document_domain, 1L as position,
        cast(date_add(date'2025-09-02', cast(7 * id as int)) as timestamp) as occurred_at,
        -if(id = 40, peak, usual) as quantity, date'2026-06-01' as month
      from range(44) cross join
        (select * from values ('SHOP', 8, 15), ('STORE', 2, 1) as places(location, usual, peak))
      where date_add(date'2025-09-02', cast(7 * id as int)) <= date'%s'
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
    for (String table :
        List.of(
            "gold.forecast_frozen",
            "gold.override_frozen",
            "gold.override_outcome",
            "silver.forecast_override")) {
      testing.clear(table);
    }
  }

  private static void publish(LocalDate day) {
    testing.fill(
        "gold.sales_invoice",
        "select 'SHOP' as company, date'%s' as invoice_date, 1L as position".formatted(day));
    testing.fill("gold.demand_weekly", DEMAND.formatted(day));
    testing.fill("silver.stock_movement", MOVED.formatted(day));
    new DemandJob(Clock.systemUTC())
        .run(new AnalysisRun(testing.lake(), Optional.of(day), Optional.empty()));
  }

  /** The overrides that there are, each as location, week, quantity, author, note, withdrawn. */
  private static void planned(String... overrides) {
    testing.fill(
        "silver.forecast_override",
        "select 'SHOP' as company, 'BELL' as item, location, cast(period as date) as period,"
            + " quantity, author, note, is_withdrawn, 1L as position from values "
            + String.join(", ", overrides)
            + " as planned(location, period, quantity, author, note, is_withdrawn)");
  }

  private static List<String> outcomes(String columns) {
    return testing.texts("gold.override_outcome", "as_of = '2026-07-01'", columns);
  }

  @Test
  void eachOverrideHasWhatItSavedAndWhatItCostOnceItsWeekIsOver() {
    planned(
        "('', '2026-06-08', 15, 'ann', 'Fair', false)",
        "('', '2026-06-15', 13, 'bob', 'Hope', false)",
        "('', '2026-07-06', 20, 'bob', 'Not over', false)");
    publish(SUNDAY);
    planned("('', '2026-07-06', 20, 'bob', 'Not over', false)");
    publish(JULY);

    assertThat(
            outcomes(
                "item, item_name, period, lag, author, note, round(calculated),"
                    + " cast(override as int), cast(actual_qty as int),"
                    + " round(calculated_abs_error_qty), cast(abs_error_qty as int),"
                    + " round(value_added_qty), location = ''"))
        .containsExactly(
            "BELL The bell 2026-06-08 2 ann Fair 10 15 16 6 1 5 true",
            "BELL The bell 2026-06-15 3 bob Hope 10 13 10 0 3 -3 true");
    assertThat(
            testing.texts(
                "gold.override_outcome",
                "as_of = '2026-07-01'",
                "calculated_abs_error_qty - abs_error_qty = value_added_qty"))
        .containsOnly("true");
  }

  @Test
  void whatStoodWhenTheForecastWasPublishedCounts() {
    planned("('', '2026-06-08', 30, 'ann', 'First', false)");
    publish(SUNDAY);
    planned("('', '2026-06-08', 14, 'bob', 'Better', false)");
    publish(SUNDAY.plusDays(2));
    publish(NEXT_SUNDAY);
    planned("('', '2026-06-08', 99, 'eve', 'Too late', false)");
    publish(JULY);

    assertThat(outcomes("period, lag, author, note, cast(override as int)"))
        .containsExactly("2026-06-08 1 bob Better 14", "2026-06-08 2 ann First 30");
  }

  @Test
  void whatWasTakenBackBeforeAndWhatCameAfterwardsIsNotCounted() {
    planned("('', '2026-06-08', 30, 'ann', 'Mistaken', true)");
    publish(SUNDAY);
    publish(SUNDAY.plusDays(2));
    planned("('', '2026-06-08', 30, 'ann', 'Later', false)");
    publish(SUNDAY.plusDays(3));
    planned("('', '2026-06-08', 30, 'ann', 'Later', true)");
    publish(JULY);

    assertThat(testing.texts("gold.override_frozen", "true", "period, lag")).isEmpty();
    assertThat(outcomes("period, lag")).isEmpty();
  }

  /** Of 10 the shop makes 8 and the store 2: 15 went from the shop, where 12 were said. */
  @Test
  void anOverrideOfALocationIsHeldAgainstWhatLeftThatLocation() {
    planned(
        "('SHOP', '2026-06-08', 12, 'ann', 'Fair', false)",
        "('STORE', '2026-06-08', 6, 'bob', 'Hope', false)");
    publish(SUNDAY);
    publish(JULY);

    assertThat(
            outcomes(
                "location, author, round(calculated), cast(override as int),"
                    + " cast(actual_qty as int), round(value_added_qty)"))
        .containsExactly("SHOP ann 8 12 15 4", "STORE bob 2 6 1 -4");
  }

  @Test
  void oneOfTheWholeItemStandsInThePlaceOfThoseOfLocations() {
    planned(
        "('SHOP', '2026-06-08', 12, 'ann', 'Fair', false)",
        "('', '2026-06-08', 20, 'bob', 'All of it', false)");
    publish(SUNDAY);
    publish(JULY);

    assertThat(outcomes("author, cast(override as int), round(value_added_qty)"))
        .containsExactly("bob 20 2");
  }
}
