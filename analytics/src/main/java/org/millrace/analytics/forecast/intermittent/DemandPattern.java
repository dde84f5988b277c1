package org.millrace.analytics.forecast.intermittent;

import java.util.Locale;

/**
 * How demand comes: how often, and how even its sizes are. The limits 1.32 on the mean interval and
 * 0.49 on the squared variation are where Croston's corrected estimator begins to beat smoothing.
 *
 * <p>Source: Syntetos, Boylan and Croston, JORS 56 (2005) 495. Worked: 0 0 4 0 4 0 has one demand
 * in 6/2 = 3 periods of size 4 and 4, variation 0: {@link #INTERMITTENT}.
 */
public enum DemandPattern {
  /** No demand at all. */
  NONE,
  /** Often and even. */
  SMOOTH,
  /** Often, of uneven size. */
  ERRATIC,
  /** Comes now and then, of even size. */
  INTERMITTENT,
  /** Comes now and then, of uneven size. */
  LUMPY;

  /** Periods per demand from which on demand is intermittent. */
  public static final double INTERMITTENT_INTERVAL = 1.32;

  /** Squared coefficient of variation of the sizes from which on they are uneven. */
  public static final double UNEVEN_SIZES = 0.49;

  private static final double SEASONAL_OCCURRENCE = 0.5;

  /**
   * Whether demand comes now and then: never below zero, intermittent, and not just out of season.
   * Out of season means that the periods with demand correlate by more than 0.5 from season to
   * season and that the last season had some.
   */
  public static boolean isIntermittent(double[] history, int season) {
    double[] occurs = new double[history.length];
    double share = 0;
    for (int i = 0; i < occurs.length; i++) {
      if (history[i] < 0) {
        return false;
      }
      occurs[i] = history[i] > 0 ? 1 : 0;
      share += occurs[i] / occurs.length;
    }
    DemandPattern pattern = of(history);
    if (pattern != INTERMITTENT && pattern != LUMPY) {
      return false;
    }
    if (season < 2 || history.length <= 2 * season || hasEnded(history, season)) {
      return true;
    }
    double both = 0;
    for (int i = season; i < occurs.length; i++) {
      both += (occurs[i] - share) * (occurs[i - season] - share);
    }
    double variance = share * (1 - share) * (occurs.length - season);
    return both <= SEASONAL_OCCURRENCE * variance;
  }

  /** Whether nothing came for longer than a season. */
  private static boolean hasEnded(double[] history, int season) {
    for (int i = history.length - 1 - season; i < history.length; i++) {
      if (history[i] > 0) {
        return false;
      }
    }
    return true;
  }

  /** The pattern of a history of one value per period. */
  public static DemandPattern of(double... history) {
    Demands demands = Demands.of(history);
    if (demands.count() == 0) {
      return NONE;
    }
    boolean isUneven = demands.squaredVariation() >= UNEVEN_SIZES;
    if (demands.meanInterval() >= INTERMITTENT_INTERVAL) {
      return isUneven ? LUMPY : INTERMITTENT;
    }
    return isUneven ? ERRATIC : SMOOTH;
  }

  /** The word in tables, such as {@code lumpy}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
