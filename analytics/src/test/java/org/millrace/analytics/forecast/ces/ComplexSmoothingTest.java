package org.millrace.analytics.forecast.ces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ComplexSmoothingTest {

  private static final double TIGHT = 1e-9;

  @Test
  void oneStepByHand() {
    double[] state = {10, 2};

    ComplexFit.advance(state, 1.3, 1, 12 - state[0]);

    assertThat(state).containsExactly(new double[] {10.6, 14}, within(TIGHT));
    assertThat(new ComplexFit(1.3, 1, 10.6, 14, 0).ahead(2))
        .containsExactly(new double[] {10.6, 10.6}, within(TIGHT));
  }

  @Test
  void startingStatesAreThoseOfLeastError() {
    double[] history = {5, 7, 6, 9, 8, 11, 10};
    ComplexFit fit = ComplexFit.at(1.2, 1.01, history);

    for (double by : new double[] {-0.1, 0.1}) {
      assertThat(squares(history, by, 0)).isGreaterThan(fit.squaredError());
      assertThat(squares(history, 0, by)).isGreaterThan(fit.squaredError());
    }
  }

  /**
   * The squared error when the first value, or the second, is moved before the states are found.
   */
  private static double squares(double[] history, double ofLevel, double ofPart) {
    double best = Double.POSITIVE_INFINITY;
    for (double level = 0; level < 12; level += 0.05) {
      for (double part = -12; part < 12; part += 0.05) {
        double[] state = {level + ofLevel / 100, part + ofPart / 100};
        double sum = 0;
        for (double value : history) {
          double error = value - state[0];
          sum += error * error;
          ComplexFit.advance(state, 1.2, 1.01, error);
        }
        best = Math.min(best, sum);
      }
    }
    return best;
  }

  @Test
  void oldErrorsFadeWithinTheLimitsOnly() {
    assertThat(ComplexFit.isFading(1.3, 1)).isTrue();
    assertThat(ComplexFit.isFading(2.2, 0.5)).isFalse();
  }

  @Test
  void followsALevel() {
    double[] ahead = new ComplexSmoothing().forecast(new double[] {50, 50, 50, 50, 50, 50}, 1, 3);

    assertThat(ahead).containsExactly(new double[] {50, 50, 50}, within(1e-6));
  }
}
