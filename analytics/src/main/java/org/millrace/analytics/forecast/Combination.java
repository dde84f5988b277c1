package org.millrace.analytics.forecast;

import java.util.Arrays;

/** How the forecasts of several methods become one. */
public enum Combination {

  /** Their mean. Worked: 1, 2, 9 gives 4. */
  MEAN {
    @Override
    double of(double... sorted) {
      return between(0, sorted);
    }
  },

  /** The middle one, or the mean of the middle two. Worked: 1, 2, 9 gives 2. */
  MEDIAN {
    @Override
    double of(double... sorted) {
      return between((sorted.length - 1) / 2, sorted);
    }
  },

  /** The mean without the least and the most, from three on. Worked: 1, 2, 3, 90 gives 2.5. */
  TRIMMED_MEAN {
    @Override
    double of(double... sorted) {
      return between(sorted.length < 3 ? 0 : 1, sorted);
    }
  };

  abstract double of(double... sorted);

  /** Combines step by step; the first index is the method. */
  double[] combined(double[][] forecasts) {
    double[] combined = new double[forecasts[0].length];
    double[] values = new double[forecasts.length];
    for (int step = 0; step < combined.length; step++) {
      for (int i = 0; i < values.length; i++) {
        values[i] = forecasts[i][step];
      }
      Arrays.sort(values);
      combined[step] = of(values);
    }
    return combined;
  }

  private static double between(int cut, double... sorted) {
    double sum = 0;
    for (int i = cut; i < sorted.length - cut; i++) {
      sum += sorted[i] / (sorted.length - 2 * cut);
    }
    return sum;
  }
}
