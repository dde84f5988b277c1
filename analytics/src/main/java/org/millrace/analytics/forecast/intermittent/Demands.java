package org.millrace.analytics.forecast.intermittent;

import java.util.Arrays;

/**
 * The periods with demand in a history: their sizes and the periods since the demand before. A
 * period without a positive finite value has none.
 */
final class Demands {

  private final double[] sizes;
  private final int[] intervals;
  private final int periods;

  private Demands(double[] sizes, int[] intervals, int periods) {
    this.sizes = sizes;
    this.intervals = intervals;
    this.periods = periods;
  }

  static Demands of(double... history) {
    double[] sizes = new double[history.length];
    int[] intervals = new int[history.length];
    int count = 0;
    int since = 0;
    for (double value : history) {
      since++;
      if (value > 0) {
        sizes[count] = value;
        intervals[count++] = since;
        since = 0;
      }
    }
    return new Demands(
        Arrays.copyOf(sizes, count), Arrays.copyOf(intervals, count), history.length);
  }

  int count() {
    return sizes.length;
  }

  double size(int demand) {
    return sizes[demand];
  }

  /** Periods from the demand before (or the start) to this one. */
  int interval(int demand) {
    return intervals[demand];
  }

  /** Periods per demand; the number of periods when there is none. */
  double meanInterval() {
    return periods / (double) Math.max(1, count());
  }

  double medianSize() {
    if (count() == 0) {
      return 0;
    }
    double[] sorted = sizes.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : sorted[half - 1] / 2 + sorted[half] / 2;
  }

  /** Demand per period over the whole history. */
  double meanRate() {
    return meanSize() * count() / periods;
  }

  double meanSize() {
    return Arrays.stream(sizes).average().orElse(0);
  }

  /** Variance of the sizes by their squared mean, 0 for fewer than two. */
  double squaredVariation() {
    if (count() < 2) {
      return 0;
    }
    double mean = meanSize();
    double squares = Arrays.stream(sizes).map(size -> (size - mean) * (size - mean)).sum();
    return squares / (count() - 1) / (mean * mean);
  }
}
