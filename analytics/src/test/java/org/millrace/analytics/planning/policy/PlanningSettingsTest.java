package org.millrace.analytics.planning.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.stockpolicy.ServiceLevels;

class PlanningSettingsTest {

  private static final LocalDate MAY_DAY = LocalDate.of(2026, 5, 1);
  private static final Set<DayOfWeek> SUNDAY_TO_THURSDAY =
      EnumSet.of(
          DayOfWeek.SUNDAY,
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY);

  private static Set<DayOfWeek> days(PlanningSettings settings, int daysPerWeek) {
    return settings.calendarOf("OVEN", daysPerWeek).weekdays();
  }

  @Test
  void aWorkCentreWorksTheFirstOfTheWorkingDaysAndOnlyThenTheOthers() {
    PlanningSettings own =
        new PlanningSettings(0, SUNDAY_TO_THURSDAY, Set.of(), ServiceLevels.defaults());

    assertThat(days(own, 4)).isEqualTo(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.THURSDAY));
    assertThat(days(own, 5)).isEqualTo(SUNDAY_TO_THURSDAY);
    assertThat(days(own, 6)).contains(DayOfWeek.FRIDAY).hasSize(6);
    assertThat(days(PlanningSettings.DEFAULT, 6))
        .isEqualTo(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY));
    assertThat(days(own, 7)).hasSize(7);
  }

  @Test
  void nobodyWorksOnAHoliday() {
    PlanningSettings own =
        new PlanningSettings(0, SUNDAY_TO_THURSDAY, Set.of(MAY_DAY), ServiceLevels.defaults());

    assertThat(own.calendar().isWorkDay(MAY_DAY)).isFalse();
    assertThat(own.calendarOf("OVEN", 7).isWorkDay(MAY_DAY)).isFalse();
    assertThat(own.calendarOf("OVEN", 7).isWorkDay(MAY_DAY.plusDays(1))).isTrue();
  }

  @Test
  void countsDaysAndWeeksByTheWorkingDays() {
    assertThat(PlanningSettings.DEFAULT.workingDays(21)).isEqualTo(15);
    assertThat(PlanningSettings.DEFAULT.weeks(10)).isEqualTo(2);
  }
}
