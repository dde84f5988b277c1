package org.millrace.analytics.demand;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millrace.analytics.demand.DemandForecast.Interval;
import org.millrace.analytics.demand.accuracy.Coverage;
import org.millrace.analytics.demand.stockout.Gaps;
import org.millrace.analytics.forecast.intermittent.DemandDistribution;
import org.millrace.analytics.forecast.interval.Spread;

/**
 * The intervals around forecasts of one series: of a young item from how its analogues strayed, of
 * demand that comes now and then from its distribution, of other demand from the errors of the
 * rolling origins. For a past origin only what was known then counts, so that coverage in the past
 * is an honest count.
 */
final class PredictionIntervals {

  private static final double NARROW = 0.80;
  private static final double MOST = 0.95;

  /** Steps ahead whose coverage is counted. */
  static final int COUNTED_STEPS = 6;

  /** Earlier origins that it takes to know how far a method misses. */
  private static final int FEWEST_ERRORS = 3;

  /** Of a period that was out of stock. */
  private static final Pair UNKNOWN = new Pair(new Interval(0, 0), new Interval(0, 0));

  private final ModelSelection selection;
  private final double[] history;
  private final Spread spread;
  private final double scales80;
  private final double scales95;

  PredictionIntervals(ModelSelection selection, double[] history, int season) {
    this.selection = selection;
    this.history = history;
    this.spread = Spread.of(selection.chosen().errors(), selection.filled(), season);
    this.scales80 = selection.isIntermittent() ? 0 : spread.scales(NARROW);
    this.scales95 = selection.isIntermittent() ? 0 : spread.scales(MOST);
  }

  /** Both intervals of one step. */
  record Pair(Interval within80, Interval within95) {

    /** The same where so much is certain already. */
    Pair atLeast(double units) {
      return new Pair(atLeast(within80, units), atLeast(within95, units));
    }

    private static Interval atLeast(Interval interval, double units) {
      return new Interval(Math.max(units, interval.low()), Math.max(units, interval.high()));
    }
  }

  /** The intervals of the steps ahead of an origin, asked one after the other. */
  private final class Origin {
    private final double[] seen;
    private final Spread errors;
    private double lastForecast = Double.NaN;
    private @Nullable Pair last;

    Origin(double[] seen, Spread errors) {
      this.seen = seen;
      this.errors = errors;
    }

    Pair at(int step, double forecast) {
      Optional<Analogues> analogues = selection.analogues();
      if (analogues.isPresent()) {
        return analogues.get().around(forecast, seen.length);
      }
      if (!selection.isIntermittent()) {
        double one = errors.at(step);
        return new Pair(around(forecast, scales80 * one), around(forecast, scales95 * one));
      }
      Pair pair = last;
      if (pair == null || forecast != lastForecast) {
        DemandDistribution demand = DemandDistribution.around(forecast, Gaps.without(seen));
        pair = new Pair(cut(demand, NARROW, forecast), cut(demand, MOST, forecast));
        last = pair;
        lastForecast = forecast;
      }
      return pair;
    }
  }

  /** The intervals of all steps ahead. */
  Pair[] ahead() {
    double[] forecasts = selection.chosen().ahead();
    Origin now = new Origin(history, spread);
    Pair[] pairs = new Pair[forecasts.length];
    for (int step = 0; step < pairs.length; step++) {
      pairs[step] = now.at(step, forecasts[step]);
    }
    return pairs;
  }

  /**
   * The intervals that a past origin would have given for its first steps; none for want of errors.
   */
  Pair[] past(int origin) {
    double[] missed = selection.chosen().errors()[origin];
    int first = selection.firstAfter(origin);
    double[][] known = knownBefore(first, origin);
    boolean isFromErrors = selection.analogues().isEmpty() && !selection.isIntermittent();
    if (known.length < FEWEST_ERRORS && isFromErrors) {
      return new Pair[0];
    }
    Origin then =
        new Origin(Arrays.copyOf(history, first), isFromErrors ? spread.with(known) : spread);
    Pair[] pairs = new Pair[Math.min(COUNTED_STEPS, missed.length)];
    for (int step = 0; step < pairs.length; step++) {
      double forecast = history[first + step] - missed[step];
      pairs[step] = Double.isNaN(forecast) ? UNKNOWN : then.at(step, forecast);
    }
    return pairs;
  }

  /** The errors of earlier origins in periods that were over before this one. */
  private double[][] knownBefore(int first, int origin) {
    double[][] errors = selection.chosen().errors();
    double[][] known = new double[errors.length - origin - 1][];
    for (int i = 0; i < known.length; i++) {
      int earlier = origin + 1 + i;
      known[i] = Arrays.copyOf(errors[earlier], first - selection.firstAfter(earlier));
    }
    return known;
  }

  /** How many of the tested periods lay within, by step; those of {@link #past} by origin. */
  Coverage[] coverageByStep(Pair[][] past) {
    Coverage[] found = new Coverage[COUNTED_STEPS];
    Arrays.fill(found, Coverage.NONE);
    for (int origin = 0; origin < past.length; origin++) {
      for (int step = 0; step < past[origin].length; step++) {
        double actual = history[selection.firstAfter(origin) + step];
        if (!Double.isNaN(actual)) {
          Pair pair = past[origin][step];
          int inside80 = pair.within80.holds(actual) ? 1 : 0;
          int inside95 = pair.within95.holds(actual) ? 1 : 0;
          found[step] = found[step].plus(new Coverage(1, inside80, inside95));
        }
      }
    }
    return found;
  }

  private static Interval around(double forecast, double half) {
    return new Interval(Math.max(0, forecast - half), forecast + half);
  }

  private static Interval cut(DemandDistribution demand, double share, double forecast) {
    return new Interval(
        Math.min(forecast, demand.quantile((1 - share) / 2)),
        Math.max(forecast, demand.quantile((1 + share) / 2)));
  }
}
