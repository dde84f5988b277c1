package org.millrace.planning.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadTimesOfPoliciesTest {
  @ParameterizedTest
  @CsvSource({
    "2026-01-12, 3, 2026-01-07",
    "2026-01-12, 0, 2026-01-12",
    "2026-01-11, 1, 2026-01-09",
    "2026-01-09, 10, 2025-12-26"
  })
  void leavesOutWeekends(LocalDate due, int days, LocalDate start) {
    assertThat(LeadTimesOfPolicies.workingDaysBefore(due, days)).isEqualTo(start);
  }
}
