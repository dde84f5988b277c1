package org.millrace.analytics.demand.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.demand.signal.SalesSignals.Won;

class DaysToWinTest {

  private static final LocalDate WEEK = LocalDate.of(2026, 6, 1);

  @Test
  void measuresWhatOfAWeekAheadIsNotOpenYet() {
    DaysToWin days =
        DaysToWin.measured(
            List.of(
                new Won("bell", WEEK, 10, 5),
                new Won("bell", WEEK, 30, 20),
                new Won("lamp", WEEK, 60, 40)));

    assertThat(days.notOpenYet(25)).isCloseTo(0.4, within(1e-9));
    assertThat(days.notOpenYet(5)).isZero();
    assertThat(days.notOpenYet(90)).isEqualTo(1);
    assertThat(DaysToWin.measured(List.of()).notOpenYet(90)).isZero();
  }
}
