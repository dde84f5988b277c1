package org.millrace.analytics.forecast.interval;

import java.util.ArrayList;
import java.util.List;
import org.millrace.analytics.forecast.intermittent.DemandDistribution;
import org.millrace.analytics.forecast.intermittent.IntermittentPool;

/**
 * Forecasts of demand that comes now and then. The intervals are the shortest ones: from 0, where
 * no demand is likely enough, up to what holds the share asked for. No interval of whole pieces
 * holds just 80 %, so each step gets the one of the two nearest ends that keeps the mean share over
 * the steps so far closest to what was asked for.
 *
 * <p>Every interval reaches to the mean: between two pieces that holds nothing more.
 *
 * <p>Worked: with 0, 1 and 2 asked for with chances 0.7, 0.2 and 0.1, the 80 % intervals of four
 * steps end at 0 or 1 two times each: 0.7, 0.9, 0.7 and 0.9 have the mean 0.8.
 */
final class DemandBands {

  private final double[] shares;

  /** One interval for each share, between 0 and 1. */
  DemandBands(double... shares) {
    this.shares = shares.clone();
  }

  SeriesForecast forecast(double[] history, int steps) {
    IntermittentPool method = new IntermittentPool();
    double[] mean = method.forecast(history, 1, steps);
    DemandDistribution next = DemandDistribution.after(history);
    List<double[]> highs = new ArrayList<>();
    double[] lows = new double[shares.length];
    for (int k = 0; k < lows.length; k++) {
      lows[k] = low(next, shares[k]);
      highs.add(highs(next, lows[k], shares[k], steps));
    }
    List<SeriesForecast.Step> ahead = new ArrayList<>(steps);
    for (int step = 0; step < steps; step++) {
      List<SeriesForecast.Band> bands = new ArrayList<>(lows.length);
      for (int k = 0; k < lows.length; k++) {
        bands.add(
            new SeriesForecast.Band(
                Math.min(lows[k], mean[step]), Math.max(highs.get(k)[step], mean[step])));
      }
      ahead.add(new SeriesForecast.Step(mean[step], bands));
    }
    return new SeriesForecast(method.title(), ahead);
  }

  static double low(DemandDistribution next, double share) {
    double tail = (1 - share) / 2;
    return next.upTo(0) >= tail ? 0 : next.quantile(tail);
  }

  static double[] highs(DemandDistribution next, double low, double share, int steps) {
    double below = next.upTo(low) - next.of(low);
    double shorter = low;
    double longer = low;
    for (double value : next.values()) {
      if (value >= low && next.upTo(value) - below <= share) {
        shorter = value;
      }
      if (value <= low || next.upTo(longer) - below < share) {
        longer = Math.max(longer, value);
      }
    }
    double ofShorter = next.upTo(shorter) - below;
    double ofLonger = next.upTo(longer) - below;
    double[] highs = new double[steps];
    double held = 0;
    for (int step = 0; step < steps; step++) {
      double wanted = share * (step + 1);
      boolean isShorter = Math.abs(held + ofShorter - wanted) < Math.abs(held + ofLonger - wanted);
      highs[step] = isShorter ? shorter : longer;
      held += isShorter ? ofShorter : ofLonger;
    }
    return highs;
  }
}
