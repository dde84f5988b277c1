package org.millrace.analytics.forecast.drivers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The planned promotions of a group of items, day by day, as drivers. A promotion works the more
 * the more of the group it covers; it works most in its first days; one over three weeks is hardly
 * one. So its plan gives several drivers beside the plain flag, each a factor on top of it.
 *
 * <p>Source: the decaying effect after a start, {@code e^(-day/3)}, is a transfer function as in
 * Box, Jenkins and Reinsel, Time Series Analysis, 11; the parts of the group are steps because the
 * effect jumps from a part to the whole. Worked: two of four items start on days 10 and 12: half
 * the group starts together.
 */
public final class Promotions {

  private static final int TOGETHER_DAYS = 3;
  private static final int LONG_DAYS = 21;
  private static final int SHORT_DAYS = 7;
  private static final int AFTER_DAYS = 10;
  private static final int WEEK = 7;
  private static final double FADING_DAYS = 3;
  private static final int[] PARTS = {40, 60, 75, 95};

  private final int days;
  private final List<BitSet> plans;
  private final int usualStart;

  private Promotions(int days, List<BitSet> plans) {
    this.days = days;
    this.plans = plans;
    this.usualStart = usualStart();
  }

  /** The days on promotion of each item of a group, past and planned, counted from 0. */
  public static Promotions planned(int days, List<BitSet> plans) {
    List<BitSet> copies = new ArrayList<>();
    for (BitSet plan : plans) {
      if (plan.length() > days) {
        throw new IllegalArgumentException(
            "A promotion is planned for day %d, but the plan covers %d days."
                .formatted(plan.length() - 1, days));
      }
      copies.add((BitSet) plan.clone());
    }
    return new Promotions(days, copies);
  }

  /**
   * The plan behind a record that marks a promotion only where something was sold: a day without a
   * sale is on promotion when the sale before and the sale after it are. Such a record used as it
   * is would tell the days without demand in advance.
   *
   * @param sold what was sold a day; NaN where closed
   * @param recorded the days marked
   */
  public static BitSet plan(double[] sold, BitSet recorded) {
    BitSet plan = new BitSet();
    int last = -1;
    for (int t = 0; t < sold.length; t++) {
      if (sold[t] > 0) {
        if (recorded.get(t)) {
          plan.set(last >= 0 && plan.get(last) ? last : t, t + 1);
        }
        last = t;
      }
    }
    return plan;
  }

  /** The drivers of one item of the group, over all days. */
  public Drivers drivers(int item) {
    double[] flag = new double[days];
    double[] first = new double[days];
    double[] longer = new double[days];
    double[] shorter = new double[days];
    double[] usual = new double[days];
    double[] after = new double[days];
    double[][] parts = new double[PARTS.length][days];
    BitSet plan = plans.get(item);
    for (int start = plan.nextSetBit(0); start >= 0; start = plan.nextSetBit(start)) {
      int end = plan.nextClearBit(start);
      int length = end - start;
      double part = together(start);
      for (int t = start; t < end; t++) {
        flag[t] = 1;
        first[t] = length > LONG_DAYS ? 0 : Math.exp((start - t) / FADING_DAYS);
        longer[t] = length > LONG_DAYS ? 1 : 0;
        shorter[t] = length < SHORT_DAYS ? 1 : 0;
        usual[t] = length <= LONG_DAYS && start % WEEK == usualStart ? 1 : 0;
        for (int i = 0; i < PARTS.length; i++) {
          parts[i][t] = part > PARTS[i] / 100.0 ? 1 : 0;
        }
      }
      Arrays.fill(after, end, Math.min(days, end + AFTER_DAYS), 1);
      start = end;
    }
    for (int t = 0; t < days; t++) {
      after[t] *= 1 - flag[t];
    }
    Drivers drivers =
        Drivers.over(days)
            .withFlag("promotion", flag)
            .withFlag("promotion, first days", first)
            .withFlag("promotion over three weeks", longer)
            .withFlag("promotion under a week", shorter)
            .withFlag("promotion from the usual weekday", usual);
    for (int i = 0; i < PARTS.length; i++) {
      drivers = drivers.withFlag("promotion with over " + PARTS[i] + " % of the group", parts[i]);
    }
    return drivers.withFlag("days after a promotion", after);
  }

  /**
   * The same, with a driver more for the promotion that runs on the last day seen: its first days
   * show how strong this one is, which neither the days after it nor the next one inherit.
   *
   * @param seen how many days were seen; the promotion that runs on the last of them is the one
   */
  public Drivers drivers(int item, int seen) {
    BitSet plan = plans.get(item);
    double[] running = new double[days];
    if (seen > 0 && plan.get(seen - 1)) {
      int start = plan.previousClearBit(seen - 1) + 1;
      Arrays.fill(running, start, plan.nextClearBit(seen - 1), 1);
    }
    return drivers(item).withFlag("promotion that runs now", running);
  }

  /** The part of the group that starts a promotion within some days of this start. */
  private double together(int start) {
    int count = 0;
    for (BitSet plan : plans) {
      int from = Math.max(0, start - TOGETHER_DAYS);
      boolean isStarting = false;
      for (int t = from; t <= Math.min(days - 1, start + TOGETHER_DAYS) && !isStarting; t++) {
        isStarting = plan.get(t) && (t == 0 || !plan.get(t - 1));
      }
      count += isStarting ? 1 : 0;
    }
    return (double) count / plans.size();
  }

  /** The day of the week, counted from the first day, on which most promotions start. */
  private int usualStart() {
    int[] starts = new int[WEEK];
    for (BitSet plan : plans) {
      for (int t = plan.nextSetBit(0); t >= 0; t = plan.nextSetBit(plan.nextClearBit(t))) {
        starts[t % WEEK]++;
      }
    }
    int usual = 0;
    for (int day = 1; day < WEEK; day++) {
      usual = starts[day] > starts[usual] ? day : usual;
    }
    return usual;
  }
}
