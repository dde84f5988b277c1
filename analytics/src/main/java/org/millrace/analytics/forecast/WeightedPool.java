package org.millrace.analytics.forecast;

import java.util.List;

/**
 * Several methods as one, each weighted by how well it forecast from past origins and drawn half
 * way to equal weights, because few origins tell little: {@code 1 / (2 k) + (1/m) / (2 sum 1/m)}, m
 * the mean squared error. Without an origin all weigh the same.
 *
 * <p>Source: Bates and Granger (1969); Stock and Watson (2004) for the drawing. Worked: errors of 1
 * and 3 make the weights 0.7 and 0.3 from the inverse squares 0.9 and 0.1.
 */
public final class WeightedPool implements ForecastMethod {

  private static final RollingOrigin ORIGINS = new RollingOrigin(4, 8);

  private final String title;
  private final List<ForecastMethod> methods;

  private WeightedPool(String title, List<ForecastMethod> methods) {
    if (methods.isEmpty()) {
      throw new IllegalArgumentException("The pool '" + title + "' has no method");
    }
    this.title = title;
    this.methods = List.copyOf(methods);
  }

  /** A pool of these methods. */
  public static WeightedPool of(String title, List<ForecastMethod> methods) {
    return new WeightedPool(title, methods);
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public double[] forecast(double[] history, int season, int steps) {
    double[] squares = new double[methods.size()];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = squared(ORIGINS.errors(methods.get(i), history, season, steps));
    }
    double[] weights = weights(squares);
    double[] forecast = new double[steps];
    for (int i = 0; i < weights.length; i++) {
      double[] one = methods.get(i).forecast(history, season, steps);
      for (int step = 0; step < steps; step++) {
        forecast[step] += weights[i] * one[step];
      }
    }
    return forecast;
  }

  private static double squared(double[]... errors) {
    double sum = 0;
    int count = 0;
    for (double[] origin : errors) {
      for (double error : origin) {
        sum += error * error;
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  /** Equal where a method never erred or nothing was seen. */
  static double[] weights(double... squares) {
    double all = 0;
    for (double square : squares) {
      all += 1 / square;
    }
    double[] weights = new double[squares.length];
    for (int i = 0; i < weights.length; i++) {
      double equal = 1.0 / squares.length;
      weights[i] = Double.isFinite(all) ? (equal + 1 / squares[i] / all) / 2 : equal;
    }
    return weights;
  }
}
