package org.millrace.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessDatesTest {
  @Test
  void readsDaysMonthsAndMoments() {
    assertThat(BusinessDates.day("d", "1900-01-01")).isEqualTo(LocalDate.of(1900, 1, 1));
    assertThat(BusinessDates.day("d", "2999-12-31")).isEqualTo(LocalDate.of(2999, 12, 31));
    assertThat(BusinessDates.month("m", "2026-03")).isEqualTo(YearMonth.of(2026, 3));
    assertThat(BusinessDates.moment("t", "2026-03-01T07:00:00+08:00"))
        .isEqualTo(Instant.parse("2026-02-28T23:00:00Z"));
    assertThat(BusinessDates.moment("t", "2026-03-01T07:00:00.123456Z"))
        .isEqualTo(Instant.parse("2026-03-01T07:00:00.123456Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1026-04-10",
        "0206-03-01",
        "0026-03-01",
        "1899-12-31",
        "3000-01-01",
        "-0001-01-01"
      })
  void refusesAMistypedYear(String day) {
    assertThatThrownBy(() -> BusinessDates.day("lines.0.date", day))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("lines.0.date is '" + day + "', expected a day from 1900-01-01");
    assertThatThrownBy(() -> BusinessDates.moment("occurredAt", day + "T09:00:00Z"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("occurredAt is '" + day);
    String month = day.substring(0, day.lastIndexOf('-'));
    assertThatThrownBy(() -> BusinessDates.month("month", month)).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-999999999-01-01", "+999999999-12-31", "", "today", "2026-02-30", "20260301"})
  void refusesWhatIsNoDay(String day) {
    assertThatThrownBy(() -> BusinessDates.day("date", day)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> BusinessDates.moment("at", day + "T00:00:00Z"))
        .isInstanceOf(Refused.class);
  }
}
