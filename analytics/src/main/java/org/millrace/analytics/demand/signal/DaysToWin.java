package org.millrace.analytics.demand.signal;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * After how many days opportunities are won, in units. Of what is usually won in a week ahead, the
 * part that is won sooner after its opening than that week lies ahead comes of opportunities which
 * are not open yet; the other part is in the pipeline already.
 *
 * <p>Worked: 10, 30 and 60 units were won after 5, 20 and 40 days: of what will be won 25 days
 * ahead, (10 + 30) / 100 = 0.4 is not open yet.
 */
final class DaysToWin {

  private final TreeMap<Double, Double> unitsUpTo = new TreeMap<>();
  private final double all;

  private DaysToWin(TreeMap<Double, Double> units) {
    double sum = 0;
    for (Map.Entry<Double, Double> each : units.entrySet()) {
      sum += each.getValue();
      unitsUpTo.put(each.getKey(), sum);
    }
    all = sum;
  }

  /** Measures on what was won. */
  static DaysToWin measured(Collection<SalesSignals.Won> history) {
    TreeMap<Double, Double> units = new TreeMap<>();
    history.forEach(won -> units.merge(won.days(), won.quantity(), Double::sum));
    return new DaysToWin(units);
  }

  /** The share of what will be won so many days ahead that is not open yet. */
  double notOpenYet(double daysAhead) {
    Map.Entry<Double, Double> sooner = unitsUpTo.lowerEntry(daysAhead);
    return sooner == null || all <= 0 ? 0 : sooner.getValue() / all;
  }
}
