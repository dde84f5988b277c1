package org.millrace.analytics.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.demand.DampedTrend.Factors;
import org.millrace.analytics.demand.DampedTrend.State;

class DampedTrendTest {

  private static final Offset<Double> SAME = within(1e-9);
  private static final Offset<Double> PUBLISHED_DIGITS = within(0.02);

  /** Australian air passengers 1990 to 2016, millions: Hyndman, Forecasting, 7.2. */
  private static final double[] AIR = {
    17.55, 21.86, 23.89, 26.93, 26.89, 28.83, 30.08, 30.95, 30.19, 31.58, 32.58, 33.48, 39.02,
    41.39, 41.60, 44.66, 46.95, 48.73, 51.49, 50.03, 60.64, 63.36, 66.36, 68.20, 68.12, 69.78, 72.60
  };

  @Test
  void dampsTheTrendAsWorked() {
    State state = new State(10, 2, new Factors(0.5, 0.5, 0.5));

    assertThat(state.forecast(3)).containsExactly(new double[] {11, 11.5, 11.75}, SAME);
  }

  @Test
  void movesLevelAndTrendByTheErrorAsWorked() {
    State state = new State(10, 2, new Factors(0.5, 0.4, 0.5)).after(13);

    assertThat(state.level()).isCloseTo(12, SAME);
    assertThat(state.trend()).isCloseTo(1.4, SAME);
  }

  @Test
  void withoutDampingGivesThePublishedForecastOfAirPassengers() {
    State start = new State(15.57, 2.102, new Factors(0.8302, 0.0001, 1));

    assertThat(start.after(AIR).forecast(5))
        .containsExactly(new double[] {74.60, 76.70, 78.81, 80.91, 83.01}, PUBLISHED_DIGITS);
  }

  @Test
  void findsThePublishedStartForThePublishedFactors() {
    State start = new DampedTrendFit(AIR).bestStart(new Factors(0.8302, 0.0001, 1));

    assertThat(start.level()).isCloseTo(15.57, within(0.5));
    assertThat(start.trend()).isCloseTo(2.102, within(0.01));
  }

  @Test
  void keepsAConstant() {
    assertThat(new DampedTrend().forecast(new double[] {3, 3, 3, 3, 3}, 2))
        .containsExactly(new double[] {3, 3}, within(1e-6));
  }

  @Test
  void acceptsOneAndTwoValues() {
    assertThat(new DampedTrend().forecast(new double[] {4}, 2)).doesNotContain(Double.NaN);
    assertThat(new DampedTrend().forecast(new double[] {4, 5}, 2)).doesNotContain(Double.NaN);
  }
}
