package org.millrace.analytics.mrp;

import java.util.stream.IntStream;
import org.millrace.analytics.mrp.facts.PlanTerms;
import org.millrace.analytics.mrp.lot.LotRule;

/** What of an item is missing on which day, in the order of the days. */
final class Shortages {

  private final PlanTerms terms;
  private final int soonest;
  private final IntColumn days = new IntColumn();
  private final LongColumn missing = new LongColumn();

  /** Makes a proposal for a day and tells its number. */
  interface Proposer {
    int propose(int day, long quantity);
  }

  Shortages(PlanTerms terms, int soonest) {
    this.terms = terms;
    this.soonest = soonest;
  }

  void add(int day, long quantity) {
    days.add(day);
    missing.add(quantity);
  }

  /** Whether two days are ordered for together: all that is too soon waits for the same day. */
  boolean isSameBucket(int day, int other) {
    return bucket(day) == bucket(other);
  }

  /** Orders by a rule that looks ahead. */
  void together(LotRule.Timed rule, Proposer proposer, Supplies supplies) {
    if (days.size() == 0) {
      return;
    }
    int first = bucket(days.at(0));
    double[] row = new double[bucket(days.at(days.size() - 1)) - first + 1];
    for (int i = 0; i < days.size(); i++) {
      row[bucket(days.at(i)) - first] += Millionths.units(missing.at(i));
    }
    int[] supplyPeriods = rule.supplyPeriods(row);
    int lot = -1;
    int lotPeriod = -1;
    for (int i = 0; i < days.size(); i++) {
      int period = supplyPeriods[bucket(days.at(i)) - first];
      if (period == lotPeriod) {
        supplies.resize(lot, supplies.quantity(lot) + missing.at(i));
      } else {
        lot = proposer.propose(days.at(i), missing.at(i));
        lotPeriod = period;
      }
    }
  }

  /** The supplies of an item in the order in which they are counted on. */
  int[] inTurn(Supplies supplies, int item) {
    return IntStream.range(supplies.firstOfItem(item), supplies.endOfItem(item))
        .filter(supply -> !supplies.isRefused(supply))
        .mapToLong(supply -> (long) supplies.asked(supply) << 32 | supply)
        .sorted()
        .mapToInt(key -> (int) key)
        .toArray();
  }

  private int bucket(int day) {
    return terms.bucketOf(Math.max(day, soonest));
  }
}
