package org.millrace.analytics.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final LocalDate DAY = LocalDate.of(2011, 8, 30);

  private final Schedule schedule = new Schedule(day -> day.withDayOfMonth(1));

  private static CompanyState state(LocalDate day, String fingerprint) {
    return new CompanyState("SHOP", day, fingerprint);
  }

  private List<Target> runByItself(CompanyState state) {
    List<Target> due = schedule.due(List.of(state));
    due.forEach(target -> schedule.done(target, Duration.ofSeconds(1)));
    return due;
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
    schedule.asked(DAY, List.of(state(DAY, "1")));

    assertThat(runByItself(state(DAY.plusDays(1), "2")).get(0).replacedRows())
        .isEqualTo("company = 'SHOP' and as_of in ('2011-08-31')");
  }

  @Test
  void pausesTenTimesARunAndHalfAMinuteAtLeast() {
    assertThat(schedule.pause()).isEqualTo(Duration.ofSeconds(30));

    Target target = schedule.due(List.of(state(DAY, "1"))).get(0);
    schedule.done(target, Duration.ofSeconds(9));

    assertThat(schedule.pause()).isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void aQuoteInACompanyCodeStaysInsideThePredicate() {
    CompanyState odd = new CompanyState("O'NEIL", DAY, "1");

    assertThat(schedule.asked(DAY, List.of(odd)).get(0).replacedRows())
        .isEqualTo("company = 'O''NEIL' and as_of in ('2011-08-30')");
  }
}
