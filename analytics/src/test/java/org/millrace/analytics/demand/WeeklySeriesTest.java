package org.millrace.analytics.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeeklySeriesTest {

  private static final LocalDate MONDAY = LocalDate.of(2011, 8, 1);

  @Test
  void fillsWeeksWithoutMovementWithZeroUpToTheLastCompleteWeek() {
    LocalDate[] weeks = {MONDAY.plusWeeks(2), MONDAY};
    double[] quantities = {4, 3};

    WeeklySeries series =
        WeeklySeries.ofWeeks("bell", weeks, quantities, MONDAY.plusWeeks(4).minusDays(1));

    assertThat(series.firstWeek()).isEqualTo(MONDAY);
    assertThat(series.quantities()).containsExactly(3, 0, 4, 0);
    assertThat(series.nextWeek()).isEqualTo(MONDAY.plusWeeks(4));
  }

  @Test
  void leavesOutTheWeekThatHasNotEnded() {
    LocalDate[] weeks = {MONDAY, MONDAY.plusWeeks(1)};
    double[] quantities = {3, 9};

    assertThat(WeeklySeries.ofWeeks("bell", weeks, quantities, MONDAY.plusDays(12)).quantities())
        .containsExactly(3);
  }

  @Test
  void isEmptyBeforeTheFirstCompleteWeek() {
    LocalDate[] weeks = {MONDAY};
    double[] quantities = {3};

    assertThat(WeeklySeries.ofWeeks("bell", weeks, quantities, MONDAY.plusDays(3)).isEmpty())
        .isTrue();
  }

  @Test
  void countsAWeekWithMoreReturnsThanSalesAsZero() {
    LocalDate[] weeks = {MONDAY, MONDAY.plusWeeks(1)};
    double[] quantities = {3, -2};

    assertThat(WeeklySeries.ofWeeks("bell", weeks, quantities, MONDAY.plusDays(13)).quantities())
        .containsExactly(3, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "2011-08-07, 2011-08-01",
    "2011-08-06, 2011-07-25",
    "2011-08-08, 2011-08-01",
    "2011-08-01, 2011-07-25",
  })
  void aWeekIsCompleteWhenItsSundayIsOver(LocalDate asOf, LocalDate monday) {
    assertThat(WeeklySeries.lastCompleteWeek(asOf)).isEqualTo(monday);
  }

  @Test
  void refusesAWeekThatDoesNotBeginOnMonday() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeeklySeries.of("bell", MONDAY.plusDays(1), 1))
        .withMessage("Item bell: a week begins on a Monday, 2011-08-02 is a TUESDAY");
  }

  @Test
  void refusesDemandThatIsNoNumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeeklySeries.of("bell", MONDAY, 1, Double.NaN))
        .withMessage("Item bell, week 2011-08-08: demand must be a number of 0 or more, got NaN");
  }

  @Test
  void keepsItsArrayToItself() {
    double[] quantities = {1, 2};
    WeeklySeries series = WeeklySeries.of("bell", MONDAY, quantities);
    quantities[0] = 9;
    series.quantities()[1] = 9;

    assertThat(series.quantities()).containsExactly(1, 2);
  }
}
