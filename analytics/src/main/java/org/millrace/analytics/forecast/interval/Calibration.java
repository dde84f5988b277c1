package org.millrace.analytics.forecast.interval;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.millrace.analytics.forecast.intermittent.DemandDistribution;

/**
 * Which share the intervals of many items with intermittent demand must aim at, the same for all,
 * so that together they hold the share asked for: tried on the last steps of each item, forecast
 * from what came before. An item without demand in nine of ten periods holds 0.9 with [0, 0]
 * already, and nothing shorter exists; the others then aim lower, down to three quarters of the
 * share. Where even that does not bring the mean down, or of few items, all aim at the share
 * itself.
 *
 * <p>Source: cover over all that is forecast is what split conformal intervals promise (Lei,
 * G'Sell, Rinaldo, Tibshirani, Wasserman, JASA 113 (2018) 1094). Worked: 10 of 30 items hold all
 * their steps whatever they aim at, so the other 20 need hold 0.7 only to make 0.8 of all.
 */
final class Calibration {

  private static final double LEAST = 0.75;
  private static final int FEWEST = 30;
  private static final int SHORTEST = 8;
  private static final int PART_HELD_BACK = 4;
  private static final double FINENESS = 1e-3;

  private final List<Trial> trials;

  private Calibration(List<Trial> trials) {
    this.trials = trials;
  }

  /** What was expected of an item then, and what came. */
  record Trial(DemandDistribution next, double... came) {

    /** Holds back the last steps, a quarter of the history at most; empty when too little stays. */
    static Optional<Trial> of(double[] history, int steps) {
      int known = history.length - Math.min(steps, history.length / PART_HELD_BACK);
      return known < SHORTEST || known == history.length
          ? Optional.empty()
          : Optional.of(
              new Trial(
                  DemandDistribution.after(Arrays.copyOf(history, known)),
                  Arrays.copyOfRange(history, known, history.length)));
    }
  }

  static Calibration on(List<Trial> trials) {
    return new Calibration(List.copyOf(trials));
  }

  /** The share to aim at, for a share between 0 and 1. */
  double aimFor(double share) {
    double low = LEAST * share;
    double high = share;
    if (trials.size() < FEWEST || held(low) > share || held(high) <= share) {
      return share;
    }
    while (high - low > FINENESS) {
      double middle = (low + high) / 2;
      if (held(middle) > share) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return low;
  }

  private double held(double aim) {
    long inside = 0;
    long all = 0;
    for (Trial trial : trials) {
      double low = DemandBands.low(trial.next, aim);
      double[] highs = DemandBands.highs(trial.next, low, aim, trial.came.length);
      for (int step = 0; step < highs.length; step++) {
        inside += trial.came[step] >= low && trial.came[step] <= highs[step] ? 1 : 0;
      }
      all += highs.length;
    }
    return inside / (double) all;
  }
}
