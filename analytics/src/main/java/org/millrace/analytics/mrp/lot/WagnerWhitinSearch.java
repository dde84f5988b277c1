package org.millrace.analytics.mrp.lot;

/**
 * Exact lot sizing. An order at t for the periods before s costs {@code setup(t) + c(t) (D(t) -
 * D(s))}, where c(t) is the cost of holding a unit from t to the end and D(t) the need from t on;
 * so {@code F(t) = setup(t) + c(t) D(t) + min over s of (F(s) - c(t) D(s))}. The minimum lies on
 * the lower hull of the points (D(s), F(s)), found by halving: n log n in all.
 *
 * <p>Source: Wagner and Whitin 1958; the hull by Wagelmans, van Hoesel and Kolen, Operations
 * Research 40 (1992) S145. Worked: the twelve months of the 1958 paper cost 864.
 */
final class WagnerWhitinSearch {

  private static final int SKIP = -1;

  private final double[] needs;
  private final double[] needFrom;
  private final double[] least;
  private final int[] next;
  private final int[] hull;
  private int hullSize;

  WagnerWhitinSearch(double[] needs, LotCosts costs) {
    int periods = needs.length;
    this.needs = needs.clone();
    needFrom = new double[periods + 1];
    least = new double[periods + 1];
    next = new int[periods];
    hull = new int[periods + 1];
    double holdToEnd = 0;
    add(periods);
    for (int period = periods - 1; period >= 0; period--) {
      needFrom[period] = needFrom[period + 1] + needs[period];
      holdToEnd += period == periods - 1 ? 0 : costs.holding(period);
      decide(period, costs.setup(period), holdToEnd);
      add(period);
    }
  }

  /** For each period the period of the order that supplies it. */
  int[] supplyPeriods() {
    int[] supply = new int[needs.length];
    int period = 0;
    while (period < needs.length) {
      int end = next[period] == SKIP ? period + 1 : next[period];
      for (int covered = period; covered < end; covered++) {
        supply[covered] = period;
      }
      period = end;
    }
    return supply;
  }

  private void decide(int period, double setup, double holdToEnd) {
    int best = best(holdToEnd);
    double ordering = setup + holdToEnd * (needFrom[period] - needFrom[best]) + least[best];
    if (needs[period] == 0 && least[period + 1] <= ordering) {
      least[period] = least[period + 1];
      next[period] = SKIP;
    } else {
      least[period] = ordering;
      next[period] = best;
    }
  }

  // The first hull point after which the hull rises faster than the slope.
  private int best(double slope) {
    int low = 0;
    int high = hullSize - 1;
    while (low < high) {
      int middle = (low + high) / 2;
      int left = hull[middle];
      int right = hull[middle + 1];
      if (least[right] - least[left] >= slope * (needFrom[right] - needFrom[left])) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return hull[low];
  }

  private void add(int point) {
    if (hullSize > 0 && needFrom[hull[hullSize - 1]] == needFrom[point]) {
      hullSize--; // the earlier period of the two never costs more
    }
    while (hullSize > 1 && !turnsUp(hull[hullSize - 2], hull[hullSize - 1], point)) {
      hullSize--;
    }
    hull[hullSize++] = point;
  }

  private boolean turnsUp(int first, int middle, int last) {
    double rise = (least[middle] - least[first]) * (needFrom[last] - needFrom[middle]);
    double nextRise = (least[last] - least[middle]) * (needFrom[middle] - needFrom[first]);
    return rise < nextRise;
  }
}
