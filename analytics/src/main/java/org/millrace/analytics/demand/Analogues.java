package org.millrace.analytics.demand;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.analytics.demand.DemandForecast.Interval;
import org.millrace.analytics.forecast.ForecastMethod;
import org.millrace.analytics.forecast.intermittent.IntermittentPool;
import org.millrace.analytics.forecast.newitem.Launch;
import org.millrace.analytics.forecast.newitem.LaunchCourse;
import org.millrace.analytics.forecast.smoothing.SeasonalNaive;

/**
 * What the launches of items like a young one say of it, by the week: the mean of their course at
 * the item's level and of what its own weeks say (naive and the intermittent pool); and how far
 * that missed the analogues themselves, for the intervals. A small summary, the same for all of
 * them.
 */
final class Analogues implements ForecastMethod, Serializable {

  /** Weeks from which on an item is not young, so that it may be an analogue. */
  static final int GROWN = ModelSelection.FEWEST_TO_LEARN + ModelSelection.FEWEST_ORIGINS;

  /** Weeks of a launch that can count. */
  static final int LONGEST = GROWN - 1 + Grain.WEEK.horizon();

  static final int FEWEST = 20;

  private static final ForecastMethod NAIVE = new SeasonalNaive();
  private static final ForecastMethod INTERMITTENT = new IntermittentPool();
  private static final int BANDS = 3;
  private static final double TAIL = 0.10;
  private static final double MOST_TAIL = 0.025;

  private final int count;
  private final LaunchCourse course;
  private final Misses[] misses = new Misses[GROWN];

  private Analogues(List<double[]> launches) {
    count = launches.size();
    course =
        LaunchCourse.of(
            launches.stream().map(weeks -> new Launch("", Map.of(), weeks)).toList(), LONGEST);
    for (int age = 1; age < GROWN; age++) {
      misses[age] = misses(launches, age);
    }
  }

  /** Of the weekly units of launches, those that sold at once; empty while too few are known. */
  static Optional<Analogues> of(List<double[]> launches) {
    List<double[]> sold =
        launches.stream()
            .filter(weeks -> weeks.length >= GROWN && weeks[0] > 0)
            .map(weeks -> Arrays.copyOf(weeks, Math.min(LONGEST, weeks.length)))
            .toList();
    return sold.size() < FEWEST ? Optional.empty() : Optional.of(new Analogues(sold));
  }

  /** How many launches they are. */
  int count() {
    return count;
  }

  /** What the first week may come to in which so much was sold so far, no less. */
  double firstWeek(double sold) {
    return Math.max(sold, course.first(sold));
  }

  @Override
  public String title() {
    return "Analogues and naive and intermittent pool";
  }

  @Override
  public double[] forecast(double[] history, int season, int steps) {
    double[] analogue = course.forecast(history, steps);
    double[] naive = NAIVE.forecast(history, season, steps);
    double[] intermittent = INTERMITTENT.forecast(history, season, steps);
    for (int step = 0; step < steps; step++) {
      analogue[step] = analogue[step] / 2 + (naive[step] + intermittent[step]) / 4;
    }
    return analogue;
  }

  /**
   * Demand by forecast of the analogues at one age, in thirds by the size of the forecast: small
   * ones miss by more.
   *
   * @param upTo the forecasts at which a third ends
   * @param ratios the tails 0.025 and 0.1 at either end, by third
   */
  private record Misses(double[] upTo, double[][] ratios) implements Serializable {

    double[] around(double forecast) {
      int third = 0;
      while (third < upTo.length && forecast > upTo[third]) {
        third++;
      }
      return ratios[third];
    }
  }

  private record Miss(double forecast, double ratio) {}

  private Misses misses(List<double[]> launches, int age) {
    List<Miss> all = new ArrayList<>();
    for (double[] weeks : launches) {
      int steps = Math.min(Grain.WEEK.horizon(), weeks.length - age);
      double[] said = forecast(Arrays.copyOf(weeks, age), Grain.WEEK.season(), steps);
      for (int step = 0; step < steps; step++) {
        if (said[step] > 0) {
          all.add(new Miss(said[step], weeks[age + step] / said[step]));
        }
      }
    }
    all.sort((one, other) -> Double.compare(one.forecast, other.forecast));
    double[] upTo = new double[BANDS - 1];
    double[][] ratios = new double[BANDS][];
    for (int band = 0; band < BANDS; band++) {
      List<Miss> part = all.subList(all.size() * band / BANDS, all.size() * (band + 1) / BANDS);
      ratios[band] =
          tails(launches.size(), part.stream().mapToDouble(Miss::ratio).sorted().toArray());
      if (band < upTo.length) {
        upTo[band] = part.get(part.size() - 1).forecast;
      }
    }
    return new Misses(upTo, ratios);
  }

  private static double[] tails(int launches, double... sorted) {
    int last = sorted.length - 1;
    double share = tail(TAIL, launches);
    double most = tail(MOST_TAIL, launches);
    return new double[] {
      sorted[(int) (most * last)],
      sorted[(int) (share * last)],
      sorted[(int) Math.ceil((1 - share) * last)],
      sorted[(int) Math.ceil((1 - most) * last)]
    };
  }

  /**
   * Less than the tail asked for, as the analogues are few and the course is their own. Source: the
   * finite sample of conformal prediction, {@code (1 - tail) (1 + 1/n)}. Worked: 0.1 of 41 is
   * 0.078.
   */
  private static double tail(double asked, int launches) {
    return Math.max(0, 1 - (1 - asked) * (1 + 1.0 / launches));
  }

  /** Both intervals around a forecast of an item of so many weeks. */
  PredictionIntervals.Pair around(double forecast, int weeks) {
    double[] ratio = misses[Math.max(1, Math.min(weeks, GROWN - 1))].around(forecast);
    return new PredictionIntervals.Pair(
        new Interval(forecast * Math.min(1, ratio[1]), forecast * Math.max(1, ratio[2])),
        new Interval(forecast * Math.min(1, ratio[0]), forecast * Math.max(1, ratio[3])));
  }
}
