package org.millrace.warehouse.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.warehouse.TestingClock;
import org.millrace.warehouse.TestingLake;
import org.millrace.warehouse.catalog.Catalog;
import org.millrace.warehouse.catalog.Table;

class FreshnessTest {
  private static final Instant NOON = Instant.parse("2011-03-01T12:00:00Z");

  private final TestingClock clock = new TestingClock(NOON);
  private final Catalog catalog = Catalog.read(TestingLake.TABLES);
  private final Freshness freshness = new Freshness(catalog, clock);

  @Test
  void passesUpToTheMinuteThatIsAllowed() {
    clock.pass(Duration.ofMinutes(60));

    assertThat(freshness.run(table -> Optional.of(NOON))).allMatch(CheckResult::isPassed);
  }

  @Test
  void warnsOfTheOneTableThatIsCompleteToLongAgo() {
    clock.pass(Duration.ofMinutes(75));

    List<CheckResult> late =
        freshness.run(table -> Optional.of(isSales(table) ? NOON : clock.instant())).stream()
            .filter(result -> !result.isPassed())
            .toList();

    assertThat(late).extracting(CheckResult::table).containsExactly("gold.sales_monthly");
    assertThat(late.get(0).check().name()).isEqualTo("fresh");
    assertThat(late.get(0).stops()).isFalse();
    assertThat(late.get(0).sample())
        .isEqualTo("complete to 2011-03-01T12:00:00Z, 75 minutes ago; at most 60 are allowed");
  }

  @Test
  void measuresATableThatWasNeverCompleteFromWhenTheWatchBegan() {
    clock.pass(Duration.ofMinutes(59));
    assertThat(freshness.run(table -> Optional.empty())).allMatch(CheckResult::isPassed);

    clock.pass(Duration.ofMinutes(2));
    assertThat(freshness.run(table -> Optional.empty()))
        .hasSize(catalog.tables().size())
        .noneMatch(CheckResult::isPassed)
        .allMatch(result -> result.sample().startsWith("complete to no time yet"));
  }

  private static boolean isSales(Table table) {
    return table.sql().equals("gold.sales_monthly");
  }
}
