package org.millrace.analytics.forecast.smoothing;

/** The fit of {@link DynamicTheta} to one history. */
final class DynamicThetaFit {

  private static final double LOWEST = 0.1;
  private static final double HIGHEST = 0.99;
  private static final int COARSE = 9;
  private static final int FINE = 14;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final int SKIPPED = 1;

  private final double[] history;
  private final double[] intercepts;
  private final double[] slopes;
  private double alpha;
  private double weight;
  private double start;
  private double least = Double.POSITIVE_INFINITY;

  DynamicThetaFit(double... history) {
    this.history = history;
    this.intercepts = new double[history.length];
    this.slopes = new double[history.length];
    double mean = history[0];
    intercepts[0] = mean;
    for (int i = 1; i < history.length; i++) {
      double t = i + 1.0;
      slopes[i] = ((t - 2) * slopes[i - 1] + 6 / t * (history[i] - mean)) / (t + 1);
      mean += (history[i] - mean) / t;
      intercepts[i] = mean - slopes[i] * (t + 1) / 2;
    }
  }

  /** Finds alpha, weight of the line and starting level of least squared error. */
  DynamicThetaFit best() {
    double width = (HIGHEST - LOWEST) / COARSE;
    for (int i = 0; i <= COARSE; i++) {
      error(LOWEST + i * width);
    }
    double low = Math.max(LOWEST, alpha - width);
    double high = Math.min(HIGHEST, alpha + width);
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double leftError = error(left);
    double rightError = error(right);
    for (int i = 0; i < FINE; i++) {
      if (leftError <= rightError) {
        high = right;
        right = left;
        rightError = leftError;
        left = high - GOLDEN * (high - low);
        leftError = error(left);
      } else {
        low = left;
        left = right;
        leftError = rightError;
        right = low + GOLDEN * (high - low);
        rightError = error(right);
      }
    }
    return this;
  }

  private double error(double trial) {
    Normal normal = new Normal();
    double level = 0;
    double power = 1; // (1 - alpha)^(t - 1)
    double squares = 0;
    for (int i = 0; i < history.length; i++) {
      if (i >= SKIPPED) {
        double error = history[i] - level;
        squares += error * error;
        normal.add(power, line(i, power, trial), error);
      }
      level += trial * (history[i] - level);
      power *= 1 - trial;
    }
    normal.solve();
    if (normal.second < 0 || normal.second > 1) {
      normal.fix(Math.max(0, Math.min(1, normal.second)));
    }
    double error = Math.max(0, squares - normal.explained());
    if (error < least) {
      least = error;
      alpha = trial;
      start = normal.first;
      weight = normal.second;
    }
    return error;
  }

  /** What the line of the values before i adds at i, for a weight of 1. */
  private double line(int i, double power, double trial) {
    return power * intercepts[i - 1] + (1 - power * (1 - trial)) / trial * slopes[i - 1];
  }

  /** The forecast; beyond the history each forecast takes the place of the value. */
  double[] ahead(int steps) {
    int last = history.length - 1;
    double level = start;
    double power = 1;
    double mean = 0;
    for (int i = 0; i <= last; i++) {
      level += alpha * (history[i] - level);
      power *= 1 - alpha;
      mean += (history[i] - mean) / (i + 1);
    }
    double intercept = intercepts[last];
    double slope = slopes[last];
    double[] forecast = new double[steps];
    for (int step = 0; step < steps; step++) {
      double line = power * intercept + (1 - power * (1 - alpha)) / alpha * slope;
      forecast[step] = level + weight * line;
      double t = last + step + 2.0;
      slope = ((t - 2) * slope + 6 / t * (forecast[step] - mean)) / (t + 1);
      mean += (forecast[step] - mean) / t;
      intercept = mean - slope * (t + 1) / 2;
      level += alpha * (forecast[step] - level);
      power *= 1 - alpha;
    }
    return forecast;
  }
}
