package org.millrace.analytics.forecast.file;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.millrace.analytics.forecast.cleansing.Cleansing;
import org.millrace.analytics.forecast.season.Seasons;

/** A series of a file: its values without gaps, oldest first, and what is asked of it. */
record NamedSeries(
    String name, double[] values, Seasons seasons, int horizon, List<Remark> remarks) {

  NamedSeries {
    values = values.clone();
    remarks = List.copyOf(remarks);
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  /** The values from the first known to the last known one. */
  static double[] trimmed(double... values) {
    int first = 0;
    int last = values.length - 1;
    while (first <= last && Double.isNaN(values[first])) {
      first++;
    }
    while (last >= first && Double.isNaN(values[last])) {
      last--;
    }
    return Arrays.copyOfRange(values, first, last + 1);
  }

  /**
   * The values from the first known to the last known; what is missing between is what the season
   * and the neighbours say, as in a stock-out in which nothing is known to be sold. Worked, without
   * a season: -, 1, -, 3, - gives 1, 2, 3.
   */
  static double[] closed(Seasons seasons, double... values) {
    double[] known = trimmed(values);
    BitSet gaps = new BitSet();
    boolean isNegative = false;
    for (int i = 0; i < known.length; i++) {
      gaps.set(i, Double.isNaN(known[i]));
      isNegative |= known[i] < 0;
    }
    if (gaps.isEmpty()) {
      return known;
    }
    double least = isNegative ? Double.NEGATIVE_INFINITY : 0;
    gaps.stream().forEach(gap -> known[gap] = least);
    List<Integer> shown = seasons.shownIn(known.length).steps();
    int season = shown.isEmpty() ? 1 : shown.get(shown.size() - 1);
    return Cleansing.ofStockOuts(known, season, gaps);
  }
}
