package org.millrace.analytics.forecast.file;

import org.millrace.analytics.forecast.season.Seasons;

/** A series of a file: its values without gaps, oldest first, and what is asked of it. */
record NamedSeries(String name, double[] values, Seasons seasons, int horizon) {

  NamedSeries {
    values = values.clone();
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  /**
   * The values from the first known to the last known; what is missing between lies on the line
   * from its neighbour before to that after. Worked: -, 1, -, 3, - gives 1, 2, 3.
   */
  static double[] closed(double... values) {
    int first = 0;
    int last = values.length - 1;
    while (first <= last && Double.isNaN(values[first])) {
      first++;
    }
    while (last >= first && Double.isNaN(values[last])) {
      last--;
    }
    double[] closed = new double[last - first + 1];
    int known = first;
    for (int i = first; i <= last; i++) {
      if (!Double.isNaN(values[i])) {
        closed[i - first] = values[i];
        for (int gap = known + 1; gap < i; gap++) {
          double share = (double) (gap - known) / (i - known);
          closed[gap - first] = values[known] + share * (values[i] - values[known]);
        }
        known = i;
      }
    }
    return closed;
  }
}
