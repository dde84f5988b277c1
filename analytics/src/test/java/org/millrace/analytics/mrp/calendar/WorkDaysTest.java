package org.millrace.analytics.mrp.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkDaysTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
  private static final WorkCalendar FIVE = WorkCalendar.mondayToFriday("five");

  private static WorkDays days(WorkCalendar calendar) {
    return WorkDays.of(calendar, MONDAY, 60, 40);
  }

  @Test
  void countsTheWorkedLeadTime() {
    assertThat(days(FIVE).start(28, 5)).isEqualTo(21);
    assertThat(days(FIVE).ready(21, 5)).isEqualTo(28);
  }

  @Test
  void skipsWeekendsAndHolidaysButNotExtraDays() {
    WorkDays days =
        days(
            FIVE.withHolidays(List.of(MONDAY.plusDays(7)))
                .withExtraDays(List.of(MONDAY.plusDays(12))));

    assertThat(days.onOrBefore(7)).isEqualTo(4);
    assertThat(days.onOrBefore(13)).isEqualTo(12);
    assertThat(days.ready(5, 0)).isEqualTo(8);
  }

  @Test
  void knowsThatNoDayIsEarlyEnough() {
    WorkDays fromSunday = WorkDays.of(FIVE, MONDAY.minusDays(1), 10, 1);

    assertThat(fromSunday.onOrBefore(0)).isEqualTo(-1);
    assertThat(days(FIVE).start(3, 5)).isEqualTo(-1);
  }

  @Property(seed = "7")
  void whatStartsInTimeIsReadyInTime(
      @ForAll @IntRange(max = 59) int due, @ForAll @IntRange(max = 30) int lead) {
    WorkDays days = days(FIVE);
    int start = days.start(due, lead);

    if (start >= 0) {
      assertThat(days.ready(start, lead)).isEqualTo(days.onOrBefore(due));
    } else {
      assertThat(days.ready(0, lead)).isGreaterThan(due);
    }
  }

  @Test
  void refusesACalendarWithoutWork() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WorkCalendar("none", Set.of(), Set.of(), Set.of()))
        .withMessageContaining("Calendar none has no working day");
    WorkCalendar closed =
        WorkCalendar.everyDay("closed")
            .withHolidays(MONDAY.datesUntil(MONDAY.plusDays(1000)).toList());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> days(closed))
        .withMessageContaining("Calendar closed has no working day in the year to");
  }
}
