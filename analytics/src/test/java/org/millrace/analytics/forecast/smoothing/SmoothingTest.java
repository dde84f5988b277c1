package org.millrace.analytics.forecast.smoothing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The worked numbers of the smoothing methods. */
class SmoothingTest {

  private static final Offset<Double> PRINTED = within(0.005);
  private static final Offset<Double> FOUND = within(0.02);

  @Test
  void levelMovesByAlphaTimesTheError() {
    double[] history = {100, 110, 90, 105};
    double level = 100;
    for (double value : history) {
      level += 0.3 * (value - level);
    }

    LevelFit fit = LevelFit.at(0.3, history);

    assertThat(level).isCloseTo(100.87, PRINTED);
    assertThat(fit.level()).isCloseTo(level + (fit.start() - 100) * Math.pow(0.7, 4), within(1e-9));
  }

  @Test
  void startingLevelIsTheLeastSquaresOne() {
    double[] history = {100, 110, 90, 105};
    LevelFit best = LevelFit.at(0.3, history);

    for (double shift : new double[] {-0.1, 0.1}) {
      assertThat(squaredError(best.start() + shift, 0.3, history))
          .isGreaterThan(best.squaredError());
    }
    assertThat(squaredError(best.start(), 0.3, history))
        .isCloseTo(best.squaredError(), within(1e-9));
  }

  private static double squaredError(double start, double alpha, double... history) {
    double level = start;
    double sum = 0;
    for (double value : history) {
      sum += (value - level) * (value - level);
      level += alpha * (value - level);
    }
    return sum;
  }

  @Test
  void trendFitFollowsItsRecursion() {
    TrendFit.Parameters parameters = new TrendFit.Parameters(0.5, 0.2, 1);
    double[] history = {12, 13, 15, 14, 18};

    TrendFit fit = TrendFit.at(parameters, history);

    double least = Double.POSITIVE_INFINITY;
    for (double level = 5; level < 15; level += 0.05) {
      for (double trend = -3; trend < 3; trend += 0.05) {
        least = Math.min(least, trendError(level, trend, history));
      }
    }
    assertThat(fit.squaredError()).isLessThanOrEqualTo(least).isCloseTo(least, within(0.01));
  }

  private static double trendError(double start, double startTrend, double... history) {
    double level = start;
    double trend = startTrend;
    double sum = 0;
    for (double value : history) {
      double error = value - level - trend;
      sum += error * error;
      level += trend + 0.5 * error;
      trend += 0.2 * error;
    }
    return sum;
  }

  @Test
  void holtContinuesALine() {
    assertThat(new Holt().forecast(new double[] {1, 2, 3, 4, 5, 6}, 1, 2))
        .containsExactly(new double[] {7, 8}, FOUND);
  }

  @Test
  void dampedTrendFades() {
    double[] forecast = new TrendFit(parameters(), 10, 2, 0).ahead(2);

    assertThat(forecast).containsExactly(new double[] {11.8, 13.42}, PRINTED);
  }

  private static TrendFit.Parameters parameters() {
    return new TrendFit.Parameters(0.5, 0.1, 0.9);
  }

  @Test
  void thetaAddsHalfTheSlope() {
    double[] history = new double[200];
    for (int i = 0; i < history.length; i++) {
      history[i] = 5 + 2 * i;
    }

    double[] forecast = new Theta().forecast(history, 1, 3);

    assertThat(Theta.slope(history)).isCloseTo(2, within(1e-9));
    assertThat(forecast[2] - forecast[1]).isCloseTo(1, within(1e-9));
  }

  @Test
  void dynamicThetaFollowsALineAndStopsShortOfIt() {
    double[] forecast = new DynamicTheta().forecast(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, 1, 1);

    assertThat(forecast[0]).isGreaterThan(8).isLessThanOrEqualTo(9);
  }

  @Test
  void naiveRepeatsTheLastValueOrSeason() {
    double[] history = {1, 2, 3, 4, 5};

    assertThat(new Naive().forecast(history, 4, 2)).containsExactly(5, 5);
    assertThat(new SeasonalNaive().forecast(history, 4, 5)).containsExactly(2, 3, 4, 5, 2);
    assertThat(new SeasonalNaive().forecast(new double[] {7, 9}, 4, 2)).containsExactly(9, 9);
  }
}
