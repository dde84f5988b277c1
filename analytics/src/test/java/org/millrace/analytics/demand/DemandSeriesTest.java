package org.millrace.analytics.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millrace.analytics.demand.DemandSeries.Sold;

class DemandSeriesTest {

  private static final LocalDate MONDAY = LocalDate.of(2011, 8, 1);

  private static DemandSeries sold(LocalDate asOf, Sold... movements) {
    return DemandSeries.ofSold("bell", Grain.WEEK, asOf, movements);
  }

  @Test
  void fillsWeeksWithoutMovementWithZeroUpToTheLastCompleteWeek() {
    DemandSeries series =
        sold(
            MONDAY.plusWeeks(4).minusDays(1),
            new Sold(MONDAY.plusWeeks(2), 4),
            new Sold(MONDAY, 3));

    assertThat(series.day(0)).isEqualTo(MONDAY);
    assertThat(series.quantities()).containsExactly(3, 0, 4, 0);
    assertThat(series.next()).isEqualTo(MONDAY.plusWeeks(4));
  }

  @Test
  void leavesOutTheWeekThatHasNotEnded() {
    DemandSeries series =
        sold(MONDAY.plusDays(12), new Sold(MONDAY, 3), new Sold(MONDAY.plusWeeks(1), 9));

    assertThat(series.quantities()).containsExactly(3);
  }

  @Test
  void isEmptyBeforeTheFirstCompleteWeek() {
    assertThat(sold(MONDAY.plusDays(3), new Sold(MONDAY, 3)).isEmpty()).isTrue();
  }

  @Test
  void countsAWeekWithMoreReturnsThanSalesAsZeroAndAddsTwoEntriesOfOneWeek() {
    DemandSeries series =
        sold(
            MONDAY.plusDays(13),
            new Sold(MONDAY, 3),
            new Sold(MONDAY, 2),
            new Sold(MONDAY.plusWeeks(1), -2));

    assertThat(series.quantities()).containsExactly(5, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "WEEK, 2011-08-07, 2011-08-01",
    "WEEK, 2011-08-06, 2011-07-25",
    "WEEK, 2011-08-08, 2011-08-01",
    "WEEK, 2011-08-01, 2011-07-25",
    "DAY, 2011-08-01, 2011-08-01",
    "MONTH, 2011-08-30, 2011-07-01",
    "MONTH, 2011-08-31, 2011-08-01",
  })
  void aPeriodIsCompleteWhenItsLastDayIsOver(Grain grain, LocalDate asOf, LocalDate first) {
    assertThat(grain.lastComplete(asOf)).isEqualTo(first);
  }

  @Test
  void monthsOfAnyLengthFollowEachOther() {
    DemandSeries series = DemandSeries.of("bell", Grain.MONTH, LocalDate.of(2024, 1, 1), 1, 2, 3);

    assertThat(series.next()).isEqualTo(LocalDate.of(2024, 4, 1));
    assertThat(Grain.MONTH.between(series.day(0), series.next())).isEqualTo(3);
  }

  @Test
  void refusesAPeriodThatDoesNotBeginWhereOneBegins() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DemandSeries.of("bell", Grain.WEEK, MONDAY.plusDays(1), 1))
        .withMessage("Item bell: a week begins on 2011-08-01, got 2011-08-02");
  }

  @Test
  void refusesDemandThatIsNoNumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DemandSeries.of("bell", Grain.WEEK, MONDAY, 1, Double.NaN))
        .withMessage("Item bell, period 2011-08-08: demand must be a number of 0 or more, got NaN");
  }

  @Test
  void keepsItsArrayToItself() {
    double[] quantities = {1, 2};
    DemandSeries series = DemandSeries.of("bell", Grain.WEEK, MONDAY, quantities);
    quantities[0] = 9;
    series.quantities()[1] = 9;

    assertThat(series.quantities()).containsExactly(1, 2);
  }
}
