package org.millrace.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millrace.shared.Refused;

class FiscalYearTest {
  @ParameterizedTest
  @CsvSource({
    "2026-01, 1, 2026-01, 2026-12, 1",
    "2026-12, 1, 2026-01, 2026-12, 12",
    "2026-03, 4, 2025-04, 2026-03, 12",
    "2026-04, 4, 2026-04, 2027-03, 1",
    "2026-11, 12, 2025-12, 2026-11, 12",
    "1999-07, 7, 1999-07, 2000-06, 1"
  })
  void aMonthIsOfTheYearThatBeganLast(
      YearMonth month, int start, YearMonth first, YearMonth last, int place) {
    FiscalYear year = FiscalYear.of(month, start);

    assertThat(year.firstMonth()).isEqualTo(first);
    assertThat(year.lastMonth()).isEqualTo(last);
    assertThat(year.place(month)).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource({"0", "13", "-4"})
  void yearsBeginInAMonth(int asked) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> FiscalYear.startMonth(asked))
        .withMessageContaining("a month from 1 for January to 12 for December");
  }

  @Test
  void everyMonthIsOfOneYear() {
    for (int start = 1; start <= 12; start++) {
      YearMonth month = YearMonth.of(2020, 1);
      for (int i = 0; i < 48; i++, month = month.plusMonths(1)) {
        FiscalYear year = FiscalYear.of(month, start);
        assertThat(year.firstMonth().getMonthValue()).isEqualTo(start);
        assertThat(month).isBetween(year.firstMonth(), year.lastMonth());
      }
    }
  }
}
