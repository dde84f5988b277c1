package org.millrace.analytics.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final LocalDate DAY = LocalDate.of(2011, 8, 30);

  private Instant now = Instant.EPOCH;
  private final InstantSource clock = () -> now;
  private final Schedule schedule =
      new Schedule(clock.withZone(ZoneOffset.UTC), day -> day.withDayOfMonth(1));

  private static CompanyState state(LocalDate day, String fingerprint) {
    return new CompanyState("SHOP", day, fingerprint);
  }

  private List<Target> runByItself(CompanyState state) {
    return schedule.each(Optional.empty(), List.of(state), target -> target);
  }

  private List<Target> asked(CompanyState state) {
    return schedule.each(Optional.of(DAY), List.of(state), target -> target);
  }

  @Test
  void aCompanyIsDueWhenFirstSeenAndNotAgainUntilItsDataChange() {
    assertThat(runByItself(state(DAY, "1"))).hasSize(1);
    assertThat(runByItself(state(DAY, "1"))).isEmpty();
    assertThat(runByItself(state(DAY, "2"))).hasSize(1);
  }

  @Test
  void theNextDayReplacesTheDayBeforeInTheSameMonth() {
    runByItself(state(DAY, "1"));

    assertThat(runByItself(state(DAY.plusDays(1), "2")).get(0).replacedRows())
        .isEqualTo("company = 'SHOP' and as_of in ('2011-08-30', '2011-08-31')");
  }

  @Test
  void theLastRunOfAMonthStays() {
    runByItself(state(DAY, "1"));

    assertThat(runByItself(state(DAY.plusDays(2), "2")).get(0).replacedRows())
        .isEqualTo("company = 'SHOP' and as_of in ('2011-09-01')");
  }

  @Test
  void aDayThatWasAskedForStays() {
    runByItself(state(DAY, "1"));
    asked(state(DAY, "1"));

    assertThat(runByItself(state(DAY.plusDays(1), "2")).get(0).replacedRows())
        .isEqualTo("company = 'SHOP' and as_of in ('2011-08-31')");
  }

  @Test
  void pausesTenTimesARunAndHalfAMinuteAtLeast() {
    assertThat(schedule.pause()).isEqualTo(Duration.ofSeconds(30));

    schedule.each(
        Optional.empty(),
        List.of(state(DAY, "1")),
        target -> {
          now = now.plusSeconds(9);
          return target;
        });

    assertThat(schedule.pause()).isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void aQuoteInACompanyCodeStaysInsideThePredicate() {
    CompanyState odd = new CompanyState("O'NEIL", DAY, "1");

    assertThat(asked(odd).get(0).replacedRows())
        .isEqualTo("company = 'O''NEIL' and as_of in ('2011-08-30')");
  }
}
