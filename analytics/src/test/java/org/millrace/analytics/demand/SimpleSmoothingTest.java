package org.millrace.analytics.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SimpleSmoothingTest {

  private static final Offset<Double> SHOWN_DIGITS = within(0.005);
  private static final Offset<Double> SAME_OPTIMUM = within(0.01);

  /** Saudi Arabian oil production 1996 to 2013, million tonnes: Hyndman, Forecasting, 7.1. */
  private static final double[] OIL = {
    445.36, 453.20, 454.41, 422.38, 456.04, 440.39, 425.19, 486.21, 500.43, 521.28, 508.95, 488.89,
    509.87, 456.72, 473.82, 525.95, 549.83, 542.34
  };

  @Test
  void reachesTheWorkedLevel() {
    assertThat(SimpleSmoothing.from(100, 0.3, 100, 110, 90, 105).level())
        .isCloseTo(100.87, SHOWN_DIGITS);
  }

  @Test
  void findsThePublishedOptimumForOilProduction() {
    SimpleSmoothing fitted = SimpleSmoothing.fit(OIL);

    assertThat(fitted.alpha()).isCloseTo(0.83, SAME_OPTIMUM);
    assertThat(fitted.start()).isCloseTo(446.6, within(0.1));
    assertThat(fitted.level()).isCloseTo(542.68, within(0.05));
  }

  @Test
  void keepsAConstant() {
    assertThat(SimpleSmoothing.fit(7, 7, 7, 7).level()).isCloseTo(7, within(1e-9));
  }

  @Test
  void acceptsASingleValue() {
    assertThat(SimpleSmoothing.fit(7).level()).isCloseTo(7, within(1e-9));
  }
}
