package org.millrace.analytics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.forecast.smoothing.Drift;
import org.millrace.analytics.forecast.smoothing.Naive;
import org.millrace.analytics.forecast.smoothing.RootScale;

class PoolTest {

  private static final double EXACT = 1e-9;

  @Test
  void meanOfTwoMethods() {
    Pool pool = Pool.of("Both", Combination.MEAN, List.of(new Naive(), new Drift()));

    assertThat(pool.forecast(new double[] {5, 7}, 1, 2)).containsExactly(8, 9);
    assertThat(pool.title()).isEqualTo("Both");
  }

  @Test
  void combinationsOfThreeAndFour() {
    assertThat(Combination.MEAN.combined(new double[][] {{9}, {1}, {2}})).containsExactly(4);
    assertThat(Combination.MEDIAN.combined(new double[][] {{9}, {1}, {2}})).containsExactly(2);
    assertThat(Combination.MEDIAN.combined(new double[][] {{9}, {1}, {2}, {4}})).containsExactly(3);
    assertThat(Combination.TRIMMED_MEAN.combined(new double[][] {{90}, {1}, {2}, {3}}))
        .containsExactly(2.5);
    assertThat(Combination.TRIMMED_MEAN.combined(new double[][] {{4}, {2}})).containsExactly(3);
  }

  @Test
  void aLivingSeriesIsNeverForecastNegative() {
    Pool pool = Pool.of("Falling", Combination.MEAN, List.of(new Drift()));

    assertThat(pool.forecast(new double[] {9, 6, 3}, 1, 3)).containsExactly(0, 0, 0);
    assertThat(pool.forecast(new double[] {9, 3, -3}, 1, 1)).containsExactly(-9);
  }

  @Test
  void rootsOfSquaresDrift() {
    assertThat(new RootScale(new Drift()).forecast(new double[] {1, 4, 9}, 1, 1)[0])
        .isCloseTo(16, within(EXACT));
  }

  @Test
  void refusesToBeEmpty() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pool.of("None", Combination.MEAN, List.of()))
        .withMessage("The pool 'None' has no method");
  }

  @Test
  void standardPoolFollowsTrendAndSeason() {
    double[] history = new double[60];
    for (int i = 0; i < 60; i++) {
      history[i] = (100 + i) * (1 + 0.3 * Math.sin(2 * Math.PI * i / 12));
    }

    double[] forecast = Pool.standard().forecast(history, 12, 12);

    for (int step = 0; step < 12; step++) {
      double actual = (160 + step) * (1 + 0.3 * Math.sin(2 * Math.PI * (60 + step) / 12));
      assertThat(forecast[step]).isCloseTo(actual, within(0.06 * actual));
    }
  }

  @Test
  void originsHoldBackTheLatestFirst() {
    double[][] errors =
        new RollingOrigin(2, 1).errors(new Naive(), new double[] {1, 2, 3, 4}, 1, 2);

    assertThat(errors).isDeepEqualTo(new double[][] {{1}, {1, 2}});
  }
}
