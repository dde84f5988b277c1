package org.millrace.analytics.forecast.scale;

import org.millrace.analytics.forecast.ForecastMethod;
import org.millrace.analytics.forecast.smoothing.Holt;

/**
 * Lets a method see the history in the power scale {@code (y^p - 1) / p}, the logarithm for p 0,
 * and brings the forecast back with the correction {@code 1 + v (1-p) / (2 (p w + 1)^2)} that turns
 * the median into the mean; v is the variance of the one-step errors of a trend in that scale. A
 * history with a value of 0 or less is passed on as it is.
 *
 * <p>Sources: Box and Cox (1964); Guerrero (1993) for the power, which makes the spread within
 * seasons vary least beside their level, here from 0 to 1. Worked: p 0.5, w 4, v 1: (3^2) (1 + 0.5
 * / 18) is 9.25.
 */
public final class BoxCox implements ForecastMethod {

  private static final int POWERS = 20;
  private static final int LEAST_PARTS = 3;
  private static final double MOST_CORRECTION = 0.5;

  private final ForecastMethod method;

  public BoxCox(ForecastMethod method) {
    this.method = method;
  }

  @Override
  public String title() {
    return method.title() + " in a power scale";
  }

  @Override
  public double[] forecast(double[] history, int season, int steps) {
    for (double value : history) {
      if (!(value > 0)) {
        return method.forecast(history, season, steps);
      }
    }
    double power = power(history, season);
    double[] scaled = new double[history.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = there(history[i], power);
    }
    double variance =
        history.length < LEAST_PARTS + 1 ? 0 : Holt.squaredError(scaled) / history.length;
    double[] forecast = method.forecast(scaled, season, steps);
    for (int step = 0; step < steps; step++) {
      forecast[step] = back(forecast[step], power, variance);
    }
    return forecast;
  }

  static double there(double value, double power) {
    return power == 0 ? Math.log(value) : (Math.pow(value, power) - 1) / power;
  }

  static double back(double scaled, double power, double variance) {
    double base = power == 0 ? 1 : power * scaled + 1;
    if (!(base > 0)) {
      return 0;
    }
    double median = power == 0 ? Math.exp(scaled) : Math.pow(base, 1 / power);
    double correction = variance * (1 - power) / (2 * base * base);
    return Math.min(Double.MAX_VALUE, median * (1 + Math.min(MOST_CORRECTION, correction)));
  }

  /**
   * The power from 0 to 1 of least variation. Worked: 1, 2, 10, 20, 100, 200 in pairs has spreads
   * in proportion to the levels: 0.
   */
  static double power(double[] history, int season) {
    int size = Math.max(2, season);
    int parts = history.length / size;
    if (parts < LEAST_PARTS) {
      return 1;
    }
    double best = 1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i <= POWERS; i++) {
      double power = (double) i / POWERS;
      double variation = variation(power, size, parts, history);
      if (variation < least) {
        least = variation;
        best = power;
      }
    }
    return best;
  }

  /** Of spread by {@code level^(1-power)} over the parts of the history. */
  private static double variation(double power, int size, int parts, double... history) {
    double sum = 0;
    double squares = 0;
    int from = history.length - parts * size;
    for (int part = 0; part < parts; part++) {
      double mean = 0;
      for (int i = 0; i < size; i++) {
        mean += history[from + part * size + i] / size;
      }
      double spread = 0;
      for (int i = 0; i < size; i++) {
        double off = history[from + part * size + i] - mean;
        spread += off * off / (size - 1);
      }
      double ratio = Math.sqrt(spread) / Math.pow(mean, 1 - power);
      sum += ratio;
      squares += ratio * ratio;
    }
    double mean = sum / parts;
    return mean == 0 ? Double.POSITIVE_INFINITY : squares / parts / (mean * mean) - 1;
  }
}
