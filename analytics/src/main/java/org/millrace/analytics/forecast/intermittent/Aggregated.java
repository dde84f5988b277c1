package org.millrace.analytics.forecast.intermittent;

import org.millrace.analytics.forecast.ForecastMethod;

/**
 * Smoothing of demand added up over several periods, spread evenly back. ADIDA adds up over the
 * mean interval between demands, IMAPA over every span from 1 to it and takes the mean. Periods
 * that do not fill the first bucket are left out; when all demand lay there, the mean serves.
 *
 * <p>Source: Nikolopoulos et al., JORS 62 (2011) 544; Petropoulos and Kourentzes, JORS 66 (2015)
 * 914. Worked: 0 4 0 4 in buckets of 2 is 4 4, smoothed 4, spread 2 a period.
 */
public final class Aggregated implements ForecastMethod {

  private final String title;
  private final boolean isOverAllSpans;

  private Aggregated(String title, boolean isOverAllSpans) {
    this.title = title;
    this.isOverAllSpans = isOverAllSpans;
  }

  /** Over the mean interval. */
  public static Aggregated adida() {
    return new Aggregated("ADIDA", false);
  }

  /** The mean over all spans up to the mean interval. */
  public static Aggregated imapa() {
    return new Aggregated("IMAPA", true);
  }

  @Override
  public String title() {
    return title;
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
    int longest = (int) Math.min(history.length, Math.round(demands.meanInterval()));
    if (!isOverAllSpans) {
      return rate(longest, history);
    }
    double sum = 0;
    for (int span = 1; span <= longest; span++) {
      sum += rate(span, history);
    }
    return sum / longest;
  }

  private static double rate(int span, double... history) {
    double[] buckets = new double[history.length / span];
    int skipped = history.length - buckets.length * span;
    for (int i = skipped; i < history.length; i++) {
      buckets[(i - skipped) / span] += Math.max(0, history[i]);
    }
    double level = Level.fitted(buckets);
    return level > 0 ? level / span : Demands.of(history).meanRate();
  }
}
