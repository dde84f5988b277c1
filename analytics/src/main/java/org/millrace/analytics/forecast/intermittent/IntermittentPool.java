package org.millrace.analytics.forecast.intermittent;

import java.util.Arrays;
import org.millrace.analytics.forecast.ForecastMethod;

/**
 * The method to use for demand that comes now and then: the mean of TSB and of a fading average,
 * both over demands cut at one and a half times their median where demand is intermittent, so that
 * one large order does not stand in the forecast for years. The weights shrink with the mean
 * interval: a slow item is remembered longer. An item that was ever sold keeps at least half its
 * usual demand over all the time seen, so the forecast does not decay to nothing.
 *
 * <p>Fading average: {@code sum (1-a)^k x(n-k) / sum (1-a)^k} (discounted mean, Brown 1963).
 * Worked: 0 3 0 0 6 has interval 2.5, median 4.5 and cap 6.75, weights 0.2 and 0.15; TSB ends at
 * chance 0.456 and size 3.6, 1.6416; the average is 7.8424 / 3.7086 = 2.1146; their mean 1.8781.
 *
 * <p>Cut demands are less than all demands. {@link #whole()} spreads what was cut over all demands
 * seen, so that its sums are right over time, at a larger absolute error a period.
 */
public final class IntermittentPool implements ForecastMethod {

  private static final double TSB_WEIGHT = 0.2;
  private static final double FADING = 0.15;
  private static final double WEIGHT_TIMES_INTERVAL = 2;
  private static final double CAP_IN_MEDIANS = 1.5;

  private final boolean isWhole;

  /** The pool of cut demands, whose absolute errors are small. */
  public IntermittentPool() {
    this(false);
  }

  private IntermittentPool(boolean isWhole) {
    this.isWhole = isWhole;
  }

  /**
   * The pool times all demands by cut demands, so that it expects the mean. Worked: demands 3, 3
   * and 30 are cut at 4.5 to 3, 3 and 4.5: 36 / 10.5 = 3.43 times the other.
   */
  public static IntermittentPool whole() {
    return new IntermittentPool(true);
  }

  @Override
  public String title() {
    return "Intermittent pool";
  }

  @Override
  public double[] forecast(double[] history, int season, int steps) {
    return Flat.of(rate(Flat.checked(history, steps)), steps);
  }

  private double rate(double... history) {
    Demands demands = Demands.of(history);
    if (demands.count() == 0) {
      return 0;
    }
    double interval = demands.meanInterval();
    double usual = demands.medianSize();
    double cap =
        interval < DemandPattern.INTERMITTENT_INTERVAL
            ? Double.POSITIVE_INFINITY
            : CAP_IN_MEDIANS * usual;
    double[] capped = Arrays.stream(history).map(v -> Math.min(cap, Math.max(0, v))).toArray();
    double slowest = WEIGHT_TIMES_INTERVAL / interval;
    double tsbWeight = Math.min(TSB_WEIGHT, slowest);
    double tsb = Tsb.of(tsbWeight, tsbWeight).forecast(capped, 1, 1)[0];
    double average = fadingMean(Math.min(FADING, slowest), capped);
    double rate = Math.max(usual / (2 * (history.length + 1)), (tsb + average) / 2);
    return isWhole
        ? rate * Arrays.stream(history).map(v -> Math.max(0, v)).sum() / sum(capped)
        : rate;
  }

  private static double sum(double... values) {
    return Arrays.stream(values).sum();
  }

  /** The mean with weights that fade by the given share with each period back. */
  static double fadingMean(double fading, double... values) {
    double sum = 0;
    double weights = 0;
    for (double value : values) {
      sum = sum * (1 - fading) + value;
      weights = weights * (1 - fading) + 1;
    }
    return sum / weights;
  }
}
