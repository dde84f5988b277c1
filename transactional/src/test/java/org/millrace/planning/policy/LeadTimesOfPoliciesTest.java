package org.millrace.planning.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millrace.planning.settings.PlanningSettings;

class LeadTimesOfPoliciesTest {
  @ParameterizedTest
  @CsvSource({
    "2026-01-12, 3, 2026-01-07",
    "2026-01-12, 0, 2026-01-12",
    "2026-01-11, 1, 2026-01-09",
    "2026-01-09, 10, 2025-12-26"
  })
  void leavesOutWeekends(LocalDate due, int days, LocalDate start) {
    assertThat(LeadTimesOfPolicies.workingDaysBefore(PlanningSettings.DEFAULTS, due, days))
        .isEqualTo(start);
  }

  /** Work on Saturdays, none on Tuesday the 6th and Friday the 9th. */
  @ParameterizedTest
  @CsvSource({
    "2026-01-12, 1, 2026-01-10",
    "2026-01-12, 3, 2026-01-07",
    "2026-01-12, 4, 2026-01-05"
  })
  void leavesOutHolidaysAndWorksOnTheDaysOfTheCompany(LocalDate due, int days, LocalDate start) {
    PlanningSettings settings =
        new PlanningSettings(
            0,
            List.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY)),
            List.of(holiday(6), holiday(9)),
            PlanningSettings.ServiceLevels.DEFAULTS);
    assertThat(LeadTimesOfPolicies.workingDaysBefore(settings, due, days)).isEqualTo(start);
  }

  private static PlanningSettings.Holiday holiday(int day) {
    return new PlanningSettings.Holiday(LocalDate.of(2026, 1, day), Optional.empty());
  }
}
