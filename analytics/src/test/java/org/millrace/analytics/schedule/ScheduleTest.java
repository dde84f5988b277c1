package org.millrace.analytics.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.millrace.warehouse.AnalysisRun;
import org.millrace.warehouse.CompanyOutcomes;

class ScheduleTest {

  private static final LocalDate DAY = LocalDate.of(2011, 8, 30);

  private Instant now = Instant.EPOCH;
  private final InstantSource clock = () -> now;
  private final Schedule schedule =
      new Schedule(clock.withZone(ZoneOffset.UTC), day -> day.withDayOfMonth(1));

  private static CompanyState state(LocalDate day, String fingerprint) {
    return new CompanyState("SHOP", day, fingerprint);
  }

  private final CompanyOutcomes outcomes = new CompanyOutcomes(clock.withZone(ZoneOffset.UTC));

  private AnalysisRun run(Optional<LocalDate> asOf) {
    return new AnalysisRun(null, asOf, Optional.empty(), outcomes);
  }

  @Test
  void aCompanyThatFailsStopsNoOtherAndIsTriedAgain() {
    List<CompanyState> both =
        List.of(new CompanyState("BAD", DAY, "1"), new CompanyState("GOOD", DAY, "1"));
    UnaryOperator<Target> failing =
        target -> {
          if (target.company().equals("BAD")) {
            throw new IllegalArgumentException("999999999999 pcs are beyond belief");
          }
          return target;
        };
    assertThat(schedule.each(run(Optional.empty()), both, failing))
        .extracting(Target::company)
        .containsExactly("GOOD");
    assertThat(outcomes.all().get(0).reason()).isEqualTo("999999999999 pcs are beyond belief");
    assertThat(schedule.each(run(Optional.empty()), both, failing)).isEmpty();
    assertThat(outcomes.all().get(0).failures()).as("it rested").isEqualTo(1);
    now = now.plusSeconds(60);
    assertThat(schedule.each(run(Optional.empty()), both, UnaryOperator.identity()))
        .extracting(Target::company)
        .containsExactly("BAD");
    assertThat(outcomes.all()).noneMatch(CompanyOutcomes.Outcome::isFailed);
  }

  private List<Target> runByItself(CompanyState state) {
    return schedule.each(run(Optional.empty()), List.of(state), target -> target);
  }

  private List<Target> asked(CompanyState state) {
    return schedule.each(run(Optional.of(DAY)), List.of(state), target -> target);
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
        .isEqualTo("as_of in (date'2011-08-30', date'2011-08-31')");
  }

  @Test
  void theLastRunOfAMonthStays() {
    runByItself(state(DAY, "1"));

    assertThat(runByItself(state(DAY.plusDays(2), "2")).get(0).replacedRows())
        .isEqualTo("as_of in (date'2011-09-01')");
  }

  @Test
  void aDayThatWasAskedForStays() {
    runByItself(state(DAY, "1"));
    asked(state(DAY, "1"));

    assertThat(runByItself(state(DAY.plusDays(1), "2")).get(0).replacedRows())
        .isEqualTo("as_of in (date'2011-08-31')");
  }

  @Test
  void pausesTenTimesARunAndHalfAMinuteAtLeast() {
    assertThat(schedule.pause()).isEqualTo(Duration.ofSeconds(30));

    schedule.each(
        run(Optional.empty()),
        List.of(state(DAY, "1")),
        target -> {
          now = now.plusSeconds(9);
          return target;
        });

    assertThat(schedule.pause()).isEqualTo(Duration.ofSeconds(90));
  }
}
