package org.millrace.analytics.demand;

/**
 * Exponential smoothing with a damped additive trend: {@code forecast(h) = level + (phi + … +
 * phi^h) * trend}.
 *
 * <p>Source: Gardner and McKenzie, Management Science 31 (1985) 1237. Worked: level 10, trend 2,
 * phi 0.5 gives 11, 11.5, 11.75. The factors are searched for the least squared error, see {@link
 * DampedTrendFit}.
 */
final class DampedTrend implements ForecastMethod {

  @Override
  public String title() {
    return "Damped trend";
  }

  @Override
  public double[] forecast(double[] history, int steps) {
    return new DampedTrendFit(history).best().forecast(steps);
  }

  /** The smoothing factors: alpha for the level, beta for the trend, phi for the damping. */
  record Factors(double alpha, double beta, double phi) {}

  /** Level and trend at some time, with the factors that carry them on. */
  record State(double level, double trend, Factors factors) {

    /** The state after a history that started from this one. */
    State after(double... history) {
      double nextLevel = level;
      double nextTrend = trend;
      for (double value : history) {
        double expected = nextLevel + factors.phi() * nextTrend;
        double error = value - expected;
        nextLevel = expected + factors.alpha() * error;
        nextTrend = factors.phi() * nextTrend + factors.alpha() * factors.beta() * error;
      }
      return new State(nextLevel, nextTrend, factors);
    }

    double[] forecast(int steps) {
      double[] forecast = new double[steps];
      double damping = 1;
      double reach = 0;
      for (int step = 0; step < steps; step++) {
        damping *= factors.phi();
        reach += damping;
        forecast[step] = level + reach * trend;
      }
      return forecast;
    }
  }
}
