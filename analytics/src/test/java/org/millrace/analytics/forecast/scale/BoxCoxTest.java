package org.millrace.analytics.forecast.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.millrace.analytics.forecast.smoothing.Drift;

class BoxCoxTest {

  private static final double NEAR = 1e-9;

  @Test
  void theWayBackTurnsTheMedianIntoTheMean() {
    assertThat(BoxCox.back(4, 0.5, 1)).isCloseTo(9.25, within(NEAR));
    assertThat(BoxCox.back(BoxCox.there(7, 0.3), 0.3, 0)).isCloseTo(7, within(NEAR));
    assertThat(BoxCox.back(BoxCox.there(7, 0), 0, 0)).isCloseTo(7, within(NEAR));
    assertThat(BoxCox.back(-5, 0.5, 1)).isZero();
  }

  @Test
  void spreadInProportionToTheLevelTakesLogarithms() {
    assertThat(BoxCox.power(new double[] {1, 2, 10, 20, 100, 200}, 1)).isZero();
  }

  @Test
  void evenSpreadTakesNone() {
    assertThat(BoxCox.power(new double[] {1, 2, 10, 11, 100, 101}, 1)).isEqualTo(1);
  }

  @Test
  void growthByAFactorGoesOn() {
    double[] doubling = {1, 2, 4, 8, 16, 32, 64, 128};

    assertThat(new BoxCox(new Drift()).forecast(doubling, 1, 1)[0]).isCloseTo(256, within(1.0));
  }

  @Test
  void aZeroIsPassedOnAsItIs() {
    double[] history = {0, 2, 4};

    assertThat(new BoxCox(new Drift()).forecast(history, 1, 2)).containsExactly(6, 8);
  }
}
