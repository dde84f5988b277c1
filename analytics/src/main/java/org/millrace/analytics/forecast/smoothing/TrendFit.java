package org.millrace.analytics.forecast.smoothing;

import org.millrace.analytics.forecast.search.Box;
import org.millrace.analytics.forecast.search.Simplex;

/**
 * Exponential smoothing of level and trend: {@code e = value - (level + phi * trend)}, {@code level
 * += phi * trend + alpha * e}, {@code trend = phi * trend + beta * e}, with the parameters of least
 * squared one-step error. Starting level and trend have a closed form, as each error is linear in
 * both.
 *
 * <p>Sources: Holt (1957); Gardner and McKenzie (1985) for the damping phi. Worked: alpha 0.5, beta
 * 0.2, phi 1 from level 10, trend 1 over 12, 13: errors 1 and 0.3; level 12.85, trend 1.26.
 */
record TrendFit(Parameters parameters, double level, double trend, double squaredError) {

  /** Weights of level and trend and the damping; beta is at most alpha. */
  record Parameters(double alpha, double beta, double phi) {}

  private static final double LOWEST = 1e-4;
  private static final double HIGHEST = 0.9999;
  private static final double LEAST_PHI = 0.8;
  private static final double MOST_PHI = 0.98;
  private static final int TRIALS = 160;
  private static final double TOLERANCE = 1e-7;
  private static final double[][] STARTS = {{0.1, 0.1}, {0.5, 0.1}, {0.9, 0.05}, {0.3, 0.5}};
  private static final double[][] LINEAR_STARTS = {
    {0.1, 0.1},
    {0.5, 0.1},
    {0.9, 0.05},
    {0.3, 0.5},
    {0.02, 0.9},
    {0.6, 0.5},
    {0.05, 0.9},
    {0.7, 0.9}
  };

  /** The best fit of an undamped trend. */
  static TrendFit linear(double... history) {
    double[] start = bestStart(LINEAR_STARTS, 1, history);
    double[] found =
        Simplex.lowest(
            p -> at(parameters(p[0], p[1], 1), history).squaredError,
            Box.of(LOWEST, HIGHEST, LOWEST, 1),
            start,
            TRIALS,
            TOLERANCE);
    return at(parameters(found[0], found[1], 1), history);
  }

  /** The best fit of a damped trend. */
  static TrendFit damped(double... history) {
    double[] start = bestStart(STARTS, 0.9, history);
    double[] found =
        Simplex.lowest(
            p -> at(parameters(p[0], p[1], p[2]), history).squaredError,
            Box.of(LOWEST, HIGHEST, LOWEST, 1, LEAST_PHI, MOST_PHI),
            new double[] {start[0], start[1], 0.9},
            TRIALS,
            TOLERANCE);
    return at(parameters(found[0], found[1], found[2]), history);
  }

  private static double[] bestStart(double[][] starts, double phi, double... history) {
    double[] best = starts[0];
    double least = Double.POSITIVE_INFINITY;
    for (double[] start : starts) {
      double error = at(parameters(start[0], start[1], phi), history).squaredError;
      if (error < least) {
        least = error;
        best = start;
      }
    }
    return best;
  }

  private static Parameters parameters(double alpha, double share, double phi) {
    return new Parameters(alpha, alpha * share, phi);
  }

  /** Smooths with these parameters and the starting states that suit them best. */
  static TrendFit at(Parameters parameters, double... history) {
    double alpha = parameters.alpha;
    double beta = parameters.beta;
    double phi = parameters.phi;
    double level = 0; // from zero, with the data
    double trend = 0;
    double levelOfLevel = 1; // answer of the states to a starting level of 1
    double trendOfLevel = 0;
    double levelOfTrend = 0; // and to a starting trend of 1
    double trendOfTrend = 1;
    double squares = 0;
    Normal normal = new Normal();
    for (double value : history) {
      double ahead = level + phi * trend;
      double aheadOfLevel = levelOfLevel + phi * trendOfLevel;
      double aheadOfTrend = levelOfTrend + phi * trendOfTrend;
      double error = value - ahead;
      squares += error * error;
      normal.add(aheadOfLevel, aheadOfTrend, error);
      level = ahead + alpha * error;
      trend = phi * trend + beta * error;
      levelOfLevel = aheadOfLevel * (1 - alpha);
      trendOfLevel = phi * trendOfLevel - beta * aheadOfLevel;
      levelOfTrend = aheadOfTrend * (1 - alpha);
      trendOfTrend = phi * trendOfTrend - beta * aheadOfTrend;
    }
    normal.solve();
    return new TrendFit(
        parameters,
        level + normal.first * levelOfLevel + normal.second * levelOfTrend,
        trend + normal.first * trendOfLevel + normal.second * trendOfTrend,
        Math.max(0, squares - normal.explained()));
  }

  /** The level plus the damped trends of all steps. */
  double[] ahead(int steps) {
    double[] forecast = new double[steps];
    double sum = level;
    double damped = trend;
    for (int step = 0; step < steps; step++) {
      damped *= parameters.phi;
      sum += damped;
      forecast[step] = sum;
    }
    return forecast;
  }
}
