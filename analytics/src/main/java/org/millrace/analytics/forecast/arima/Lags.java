package org.millrace.analytics.forecast.arima;

import java.util.Arrays;

/**
 * Coefficients at up to seven lags: those of some steps back, one of a season back, and their
 * products. The steps' coefficients come from numbers without limits by partial correlations {@code
 * tanh u} (Durbin and Levinson), so that the past always fades.
 *
 * <p>Source: Monahan (1984). Worked: partial correlations 0.5 and -0.2 are the coefficients 0.6 and
 * -0.2.
 */
final class Lags {

  private static final double SMALL = 1e-6;

  private final int steps;
  private final boolean hasSeason;
  private final double sign;
  final int[] lag;
  final double[] coefficient;
  final double[] slope;
  private final double[][] bySteps;

  /** The sign is -1 for values, whose product with the season counts against, 1 for errors. */
  Lags(int steps, int seasons, int season, double sign) {
    this.steps = steps;
    this.hasSeason = seasons > 0;
    this.sign = sign;
    int count = steps + (hasSeason ? 1 + steps : 0);
    this.lag = new int[count];
    this.coefficient = new double[count];
    this.slope = new double[count];
    this.bySteps = new double[steps][];
    for (int i = 0; i < steps; i++) {
      lag[i] = i + 1;
      if (hasSeason) {
        lag[steps + 1 + i] = season + i + 1;
      }
    }
    if (hasSeason) {
      lag[steps] = season;
    }
  }

  int parameters() {
    return steps + (hasSeason ? 1 : 0);
  }

  /** Takes the parameters from place {@code from} of a point on. */
  void take(double[] point, int from) {
    double[] numbers = Arrays.copyOfRange(point, from, from + steps);
    double[] found = coefficients(numbers);
    for (int k = 0; k < steps; k++) {
      double[] moved = numbers.clone();
      moved[k] += SMALL;
      bySteps[k] = coefficients(moved);
      for (int i = 0; i < steps; i++) {
        bySteps[k][i] = (bySteps[k][i] - found[i]) / SMALL;
      }
    }
    System.arraycopy(found, 0, coefficient, 0, steps);
    if (hasSeason) {
      coefficient[steps] = Math.tanh(point[from + steps]);
      for (int i = 0; i < steps; i++) {
        coefficient[steps + 1 + i] = sign * found[i] * coefficient[steps];
      }
    }
  }

  /** Turns the slopes by coefficient into those by parameter. */
  void gradient(double[] gradient, int from) {
    double season = hasSeason ? coefficient[steps] : 0;
    for (int k = 0; k < steps; k++) {
      double sum = 0;
      for (int i = 0; i < steps; i++) {
        double slopeOfStep = slope[i] + (hasSeason ? sign * season * slope[steps + 1 + i] : 0);
        sum += slopeOfStep * bySteps[k][i];
      }
      gradient[from + k] = sum;
    }
    if (hasSeason) {
      double sum = slope[steps];
      for (int i = 0; i < steps; i++) {
        sum += sign * coefficient[i] * slope[steps + 1 + i];
      }
      gradient[from + steps] = sum * (1 - season * season);
    }
  }

  static double[] coefficients(double... numbers) {
    double[] found = new double[numbers.length];
    for (int k = 0; k < found.length; k++) {
      double partial = Math.tanh(numbers[k]);
      double[] before = found.clone();
      for (int i = 0; i < k; i++) {
        found[i] = before[i] - partial * before[k - 1 - i];
      }
      found[k] = partial;
    }
    return found;
  }

  /** The numbers behind coefficients, drawn in where their past does not fade. */
  static double[] numbers(double... coefficients) {
    double[] rest = coefficients.clone();
    double[] numbers = new double[rest.length];
    for (int k = rest.length - 1; k >= 0; k--) {
      double partial = Math.max(-0.95, Math.min(0.95, Double.isFinite(rest[k]) ? rest[k] : 0));
      numbers[k] = 0.5 * Math.log((1 + partial) / (1 - partial));
      double[] before = rest.clone();
      for (int i = 0; i < k; i++) {
        rest[i] = (before[i] + partial * before[k - 1 - i]) / (1 - partial * partial);
      }
    }
    return numbers;
  }
}
