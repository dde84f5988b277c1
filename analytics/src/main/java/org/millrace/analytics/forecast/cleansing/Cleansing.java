package org.millrace.analytics.forecast.cleansing;

import java.util.Arrays;
import java.util.BitSet;
import org.millrace.analytics.forecast.season.Stl;

/**
 * What demand would have been. What was sold while stock was out is a lower bound only, so such a
 * period gets the larger of what was sold and what its neighbours say: without the season, the line
 * from the last period in stock to the next one. An outlier is a value whose rest beside trend and
 * season lies more than three times the middle half's width beyond that half; it gets what its
 * neighbours say.
 *
 * <p>Sources: Nahmias (1994) on demand seen through stock-outs; Tukey (1977), the outer fences.
 * Worked: 10, 2, 14 with the second period out of stock is 10, 12, 14; with 13 sold in it, it stays
 * 13.
 */
public final class Cleansing {

  private static final int WINDOW = 35;
  private static final int ROUNDS = 4;
  private static final int HALF_OF_MEDIAN = 3;
  private static final int LEAST_VALUES = 12;
  private static final double FENCE = 3;
  private static final double FAR_FENCE = 20;

  private Cleansing() {}

  /** Fills the periods, counted from 0, in which stock was out; where it always was, all stays. */
  public static double[] ofStockOuts(double[] history, int season, BitSet stockOuts) {
    if (stockOuts.length() > history.length) {
      throw new IllegalArgumentException(
          "Period %d is marked as out of stock, but there are %d values, counted from 0"
              .formatted(stockOuts.length() - 1, history.length));
    }
    boolean[] isOut = new boolean[history.length];
    for (int i = 0; i < isOut.length; i++) {
      isOut[i] = stockOuts.get(i);
    }
    double[] expected = expected(history, season, isOut);
    double[] filled = history.clone();
    for (int i = 0; i < filled.length; i++) {
      filled[i] = isOut[i] ? Math.max(history[i], expected[i]) : history[i];
    }
    return filled;
  }

  /** Replaces outliers; a history of fewer than 12 values is left as it is. */
  public static double[] ofOutliers(double[] history, int season) {
    return without(outliers(history, season, FENCE), history, season);
  }

  /**
   * Replaces only what can hardly be true: outliers more than twenty times the middle half's width
   * beyond it, and none of the three values at either end, where a new level looks like one.
   */
  public static double[] ofFarOutliers(double[] history, int season) {
    boolean[] areOutliers = outliers(history, season, FAR_FENCE);
    for (int i = 0; i < history.length; i++) {
      areOutliers[i] &= i >= HALF_OF_MEDIAN && i < history.length - HALF_OF_MEDIAN;
    }
    return without(areOutliers, history, season);
  }

  private static double[] without(boolean[] areOutliers, double[] history, int season) {
    double[] expected = expected(history, season, areOutliers);
    double[] cleansed = history.clone();
    for (int i = 0; i < cleansed.length; i++) {
      cleansed[i] = areOutliers[i] ? expected[i] : history[i];
    }
    return cleansed;
  }

  /** Which values are outliers. */
  public static boolean[] outliers(double[] history, int season) {
    return outliers(history, season, FENCE);
  }

  private static boolean[] outliers(double[] history, int season, double fence) {
    boolean[] found = new boolean[history.length];
    if (history.length < LEAST_VALUES) {
      return found;
    }
    double[] rest = rest(history, season);
    double[] sorted = rest.clone();
    Arrays.sort(sorted);
    double low = sorted[sorted.length / 4];
    double high = sorted[sorted.length - 1 - sorted.length / 4];
    for (int i = 0; i < rest.length; i++) {
      double beyond = Math.max(rest[i] - high, low - rest[i]);
      found[i] = high > low && beyond > fence * (high - low);
    }
    return found;
  }

  /** The history less its season and the median of the values around. */
  private static double[] rest(double[] history, int season) {
    double[] adjusted = less(history, seasonal(history, season));
    double[] rest = new double[adjusted.length];
    for (int i = 0; i < rest.length; i++) {
      int from = Math.max(0, i - HALF_OF_MEDIAN);
      double[] around =
          Arrays.copyOfRange(adjusted, from, Math.min(rest.length, i + HALF_OF_MEDIAN + 1));
      Arrays.sort(around);
      rest[i] = adjusted[i] - around[around.length / 2];
    }
    return rest;
  }

  /** What the unmarked periods say of the marked ones; each round knows the season better. */
  private static double[] expected(double[] history, int season, boolean... isMarked) {
    double[] filled = onLines(history, isMarked);
    for (int round = 0; round < ROUNDS; round++) {
      double[] seasonal = seasonal(filled, season);
      double[] lines = onLines(less(history, seasonal), isMarked);
      for (int i = 0; i < filled.length; i++) {
        filled[i] = isMarked[i] ? lines[i] + seasonal[i] : history[i];
      }
    }
    return filled;
  }

  private static double[] seasonal(double[] history, int season) {
    return season > 1 && history.length > 2 * season
        ? Stl.season(season, WINDOW, history)
        : new double[history.length];
  }

  private static double[] less(double[] values, double... part) {
    double[] less = new double[values.length];
    Arrays.setAll(less, i -> values[i] - part[i]);
    return less;
  }

  /** Marked values on the line between the unmarked ones beside, or equal to the only one. */
  private static double[] onLines(double[] values, boolean... isMarked) {
    double[] lines = values.clone();
    int before = -1;
    for (int i = 0; i < values.length; i++) {
      if (!isMarked[i]) {
        for (int gap = before + 1; gap < i; gap++) {
          double share = (double) (gap - before) / (i - before);
          lines[gap] =
              before < 0 ? values[i] : values[before] + share * (values[i] - values[before]);
        }
        before = i;
      }
    }
    for (int gap = before + 1; before >= 0 && gap < values.length; gap++) {
      lines[gap] = values[before];
    }
    return lines;
  }
}
