package org.millrace.planning.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.millrace.TestingMasters.BELL;
import static org.millrace.TestingMasters.COMPANY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millrace.TestingMasters;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.item.ItemCode;
import org.millrace.outbox.TestingEvents;
import org.millrace.planning.ForecastOverridden;
import org.millrace.planning.ForecastOverride;
import org.millrace.planning.ForecastOverrideWithdrawn;
import org.millrace.planning.forecast.StoredOverride.Standing;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.LocationCode;

/** Forecasts that a planner replaces, in memory. */
class OverrideForecastTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private final StoredInMemory overrides = new StoredInMemory();
  private final TestingEvents events = new TestingEvents();
  private final OverrideForecast forecast =
      new OverrideForecast(overrides, new TestingMasters().items(), events);

  private static final class StoredInMemory implements Overrides {
    private final Map<OverriddenWeek, StoredOverride> stored = new HashMap<>();

    @Override
    public Optional<StoredOverride> latest(CompanyCode company, OverriddenWeek week) {
      return Optional.ofNullable(stored.get(week));
    }

    @Override
    public void put(StoredOverride next) {
      stored.put(OverriddenWeek.of(next.override()), next);
    }

    @Override
    public ListAnswer<ForecastOverride> page(CompanyCode company, ListRequest request) {
      throw new UnsupportedOperationException("lists are narrowed by SQL");
    }
  }

  @Test
  void changesNothingWhenTheSameIsSaidAgain() {
    assertThat(forecast.override(COMPANY, bells(7, "Fair"))).isTrue();
    assertThat(forecast.override(COMPANY, bells(7, " Fair "))).isFalse();
    assertThat(forecast.override(COMPANY, bells(8, "Fair"))).isTrue();
    assertThat(forecast.override(COMPANY, bells(8, "Fair in May"))).isTrue();
    assertThat(events.told()).hasSize(3).allMatch(ForecastOverridden.class::isInstance);
    assertThat(forecast.overridden(COMPANY, bells(8, "Fair in May")).version().number())
        .isEqualTo(3);
  }

  @Test
  void isOfOneLocationOrOfAllTogether() {
    forecast.override(COMPANY, bells(7, "Fair"));
    ForecastOverride there = at(new LocationCode("EAST"), 3);
    assertThat(forecast.overridden(COMPANY, there).version().number()).isEqualTo(1);
    refused(
        () -> withdrawn(OverriddenWeek.of(at(new LocationCode("WEST"), 3))),
        "There is no override of BELL at WEST in the week of 2026-03-02 in company BIKES.");
    assertThat(withdrawn(OverriddenWeek.of(there)).standing()).isEqualTo(Standing.WITHDRAWN);
    assertThat(overrides.latest(COMPANY, week()).orElseThrow().standing())
        .isEqualTo(Standing.IN_FORCE);
  }

  @Test
  void isWithdrawnOnceAndCountsAgainWhenItIsSaidAgain() {
    forecast.override(COMPANY, bells(7, "Fair"));
    assertThat(withdrawn(week()).version().number()).isEqualTo(2);
    refused(() -> withdrawn(week()), "There is no override of BELL in the week of 2026-03-02");
    StoredOverride again = forecast.overridden(COMPANY, bells(7, "Fair"));
    assertThat(again.standing()).isEqualTo(Standing.IN_FORCE);
    assertThat(again.version().number()).isEqualTo(3);
    assertThat(events.told().get(1))
        .isInstanceOfSatisfying(
            ForecastOverrideWithdrawn.class,
            event -> assertThat(event.withdrawnBy()).isEqualTo("anna"));
  }

  @Test
  void isOfAnItemThatIsThere() {
    ForecastOverride horns = override(new ItemCode("HORN"), Optional.empty(), MONDAY, "1", "Fair");
    refused(() -> forecast.override(COMPANY, horns), "There is no HORN");
    assertThat(events.told()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-03,  1, Fair, 'period is ''2026-03-03'', expected the Monday of the week, 2026-03-02'",
    "2026-03-08,  1, Fair, 'period is ''2026-03-08'', expected the Monday of the week, 2026-03-02'",
    "2026-03-02, -1, Fair, 'quantity is ''-1'', expected 0 or more'",
    "2026-03-02,  1, ' ',  'note is '''', expected why, in 1 to 1000 characters'"
  })
  void isOfAWeekForAReason(LocalDate period, String quantity, String note, String problem) {
    refused(
        () -> override(BELL, Optional.empty(), period, quantity, note),
        "The forecast of BELL cannot be replaced: " + problem);
  }

  @Test
  void isForAReasonThatPeopleRead() {
    refused(() -> bells(1, "x".repeat(1_001)), "expected why, in 1 to 1000 characters");
    assertThat(bells(0, "x".repeat(1_000)).quantity()).isEqualTo(Quantity.ZERO);
  }

  private StoredOverride withdrawn(OverriddenWeek week) {
    return forecast.withdrawn(COMPANY, week, "anna", NOW);
  }

  private static OverriddenWeek week() {
    return OverriddenWeek.of(bells(1, "Any"));
  }

  private static ForecastOverride bells(int quantity, String note) {
    return override(BELL, Optional.empty(), MONDAY, "" + quantity, note);
  }

  private static ForecastOverride at(LocationCode location, int quantity) {
    return override(BELL, Optional.of(location), MONDAY, "" + quantity, "Fair");
  }

  private static ForecastOverride override(
      ItemCode item,
      Optional<LocationCode> location,
      LocalDate week,
      String quantity,
      String note) {
    return new ForecastOverride(item, location, week, Quantity.of(quantity), note, "anna", NOW);
  }

  private static void refused(ThrowingCallable act, String words) {
    assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessageContaining(words);
  }
}
