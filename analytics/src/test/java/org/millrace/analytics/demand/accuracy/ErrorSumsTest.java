package org.millrace.analytics.demand.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ErrorSumsTest {

  private static final double ROUNDING = 1e-9;
  private static final double[] ACTUAL = {100, 120, 80, 100};
  private static final double[] FORECAST = {90, 130, 100, 95};
  private static final double NAIVE = 105;
  private static final double SCALE = 15;

  private static ErrorSums worked() {
    ErrorSums sums = ErrorSums.NONE;
    for (int i = 0; i < ACTUAL.length; i++) {
      sums = sums.plus(ACTUAL[i], FORECAST[i], NAIVE, SCALE);
    }
    return sums;
  }

  @Test
  void givesTheWorkedRatios() {
    ErrorSums sums = worked();

    assertThat(sums.wape()).hasValueCloseTo(0.1125, within(ROUNDING));
    assertThat(sums.bias()).hasValueCloseTo(0.0375, within(ROUNDING));
    assertThat(sums.mase()).hasValueCloseTo(0.75, within(ROUNDING));
    assertThat(sums.trackingSignal()).hasValueCloseTo(-15 / 11.25, within(ROUNDING));
    assertThat(sums.naiveWape()).hasValueCloseTo(0.125, within(ROUNDING));
    assertThat(sums.valueAdded()).hasValueCloseTo(0.0125, within(ROUNDING));
  }

  @Test
  void addsSumsNotRatios() {
    ErrorSums other = ErrorSums.NONE.plus(1000, 900, 1000, 1);

    assertThat(worked().plus(other).wape()).hasValueCloseTo(145 / 1400.0, within(ROUNDING));
    assertThat(worked().plus(ErrorSums.NONE)).isEqualTo(worked());
  }

  @Test
  void hasNoRatioToNothing() {
    ErrorSums unsold = ErrorSums.NONE.plus(0, 2, 0, 0);

    assertThat(unsold.wape()).isEmpty();
    assertThat(unsold.bias()).isEmpty();
    assertThat(unsold.mase()).isEmpty();
    assertThat(unsold.trackingSignal()).hasValueCloseTo(-1.0, within(ROUNDING));
    assertThat(ErrorSums.NONE.trackingSignal()).isEmpty();
  }

  @Test
  void countsWhatLayInside() {
    Coverage coverage = new Coverage(3, 1, 2);

    assertThat(coverage.plus(coverage)).isEqualTo(new Coverage(6, 2, 4));
  }
}
