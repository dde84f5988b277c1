package org.millrace.analytics.forecast.search;

/** Lower and upper limits of a search, one pair per parameter. */
public final class Box {

  private final double[] low;
  private final double[] high;

  private Box(double[] low, double[] high) {
    this.low = low;
    this.high = high;
  }

  /** The limits given as pairs: low, high, low, high, and so on. */
  public static Box of(double... pairs) {
    if (pairs.length % 2 != 0) {
      throw new IllegalArgumentException("Limits come in pairs, but there are " + pairs.length);
    }
    double[] low = new double[pairs.length / 2];
    double[] high = new double[pairs.length / 2];
    for (int i = 0; i < low.length; i++) {
      low[i] = pairs[2 * i];
      high[i] = pairs[2 * i + 1];
    }
    return new Box(low, high);
  }

  int size() {
    return low.length;
  }

  double width(int i) {
    return high[i] - low[i];
  }

  double within(int i, double value) {
    return Math.max(low[i], Math.min(high[i], value));
  }

  double high(int i) {
    return high[i];
  }
}
