package org.millrace.analytics.forecast.drivers;

import java.util.Arrays;
import java.util.List;

/**
 * What is thought of each coefficient before an item's own demand is seen: a mean and a standard
 * deviation. Loose for one item alone, so that nothing is drawn towards "no effect"; pooled for an
 * item among others, drawn towards what its group shows, the more the less it shows itself.
 *
 * <p>Source: random effects by Paule and Mandel (1982): the variance t between items is such that
 * {@code sum (b - m)^2 / (v + t) = n - 1} around the weighted mean m. Worked: effects 0.2, 0.4, 0.9
 * each with variance 0.05 have mean 0.5 and variance between 0.08; at most 0.0001 below.
 */
final class Prior {

  /** Factors from e^-4 to e^4 are all thought well possible. */
  private static final double LOOSE = 2;

  private static final double LEAST_BETWEEN = 1e-4;

  /** A flag that is on exactly where something was sold seems endlessly strong; no effect is. */
  private static final double MOST_MEAN = 4;

  private static final double MOST_DEVIATION = 1;

  /** An item whose own variance is above this says nothing of its group. */
  private static final double MOST_VARIANCE = 1;

  private static final int ROUNDS = 60;

  private final double[] means;
  private final double[] deviations;

  private Prior(double[] means, double[] deviations) {
    this.means = means;
    this.deviations = deviations;
  }

  static Prior loose(int size) {
    double[] deviations = new double[size];
    Arrays.fill(deviations, LOOSE);
    return new Prior(new double[size], deviations);
  }

  /** Of the group that these were fitted for, each under the loose prior. */
  static Prior pooled(List<Coefficients> items) {
    int size = items.get(0).size();
    Prior pooled = loose(size);
    for (int k = 0; k < size; k++) {
      int index = k;
      List<Coefficients> telling =
          items.stream().filter(item -> item.variance(index) < MOST_VARIANCE).toList();
      if (telling.size() > 1) {
        double[] values = telling.stream().mapToDouble(item -> item.value(index)).toArray();
        double[] variances = telling.stream().mapToDouble(item -> item.variance(index)).toArray();
        double between = Math.max(between(values, variances), errorOfBetween(variances));
        double mean = mean(between, values, variances);
        double deviation = Math.sqrt(between + meanVariance(between, variances));
        pooled.means[k] = Math.max(-MOST_MEAN, Math.min(MOST_MEAN, mean));
        pooled.deviations[k] = Math.min(MOST_DEVIATION, deviation);
      }
    }
    return pooled;
  }

  /** The variance between items, by halving an interval; the sum falls as it grows. */
  static double between(double[] values, double[] variances) {
    double low = LEAST_BETWEEN;
    double high = LEAST_BETWEEN;
    for (double value : values) {
      high = Math.max(high, 4 * value * value);
    }
    for (int round = 0; round < ROUNDS; round++) {
      double middle = (low + high) / 2;
      double centre = mean(middle, values, variances);
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += Math.pow(values[i] - centre, 2) / (variances[i] + middle);
      }
      if (sum > values.length - 1) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /**
   * About one standard error of the variance between, {@code v sqrt(2 / (n - 1))}, held as its
   * least: few items that look alike by chance do not make all alike (Chung et al. 2013).
   */
  private static double errorOfBetween(double... variances) {
    return Arrays.stream(variances).average().orElse(0) * Math.sqrt(2.0 / (variances.length - 1));
  }

  static double mean(double between, double[] values, double[] variances) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] / (variances[i] + between);
      weights += 1 / (variances[i] + between);
    }
    return sum / weights;
  }

  private static double meanVariance(double between, double... variances) {
    double weights = 0;
    for (double variance : variances) {
      weights += 1 / (variance + between);
    }
    return 1 / weights;
  }

  int size() {
    return means.length;
  }

  double mean(int k) {
    return means[k];
  }

  double precision(int k) {
    return 1 / (deviations[k] * deviations[k]);
  }

  double[] means() {
    return means.clone();
  }
}
