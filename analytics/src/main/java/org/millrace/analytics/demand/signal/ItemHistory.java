package org.millrace.analytics.demand.signal;

/**
 * The weeks of an item taken apart: what was sold is base times lift plus what won opportunities
 * brought, in every week.
 */
public final class ItemHistory {

  /** A half year, so that what is won is typical and yet of these times. */
  private static final int AVERAGED_WEEKS = 26;

  private final double[] base;
  private final double[] won;
  private final double[] lift;

  ItemHistory(double[] base, double[] won, double... lift) {
    this.base = base.clone();
    this.won = won.clone();
    this.lift = lift.clone();
  }

  /** The weeks without what came of campaigns and opportunities. */
  public double[] base() {
    return base.clone();
  }

  /** What a week counted from 0 would have sold, its campaigns and won opportunities given. */
  public double sold(int week, double baseOfWeek) {
    return baseOfWeek * lift[week] + won[week];
  }

  /** What won opportunities brought a week in the last half year. */
  public double wonAWeek() {
    int weeks = Math.min(AVERAGED_WEEKS, won.length);
    double sum = 0;
    for (int week = won.length - weeks; week < won.length; week++) {
      sum += won[week];
    }
    return weeks == 0 ? 0 : sum / weeks;
  }
}
