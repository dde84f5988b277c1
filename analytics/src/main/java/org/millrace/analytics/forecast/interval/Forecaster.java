package org.millrace.analytics.forecast.interval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.millrace.analytics.forecast.ForecastMethod;
import org.millrace.analytics.forecast.Pool;
import org.millrace.analytics.forecast.intermittent.DemandPattern;
import org.millrace.analytics.forecast.season.Seasons;

/**
 * Forecasts a series with intervals. A series that was never negative gets no value below zero. The
 * same history gives the same forecast, in any unit of measure.
 */
public final class Forecaster {

  /** What lies longer back says little of the next steps and would cost much time. */
  private static final int MOST_VALUES = 1_000;

  private static final int MOST_TRIALS = 4_000;
  private static final int MOST_SEASONS = 8;
  private static final double MOST_PIECES = 1e100;

  /** The method for a history with these seasons, and the one whose past errors tell the width. */
  private interface Choice {
    ForecastMethod of(Seasons seasons);

    ForecastMethod tried(Seasons seasons);
  }

  private static final Choice STANDARD =
      new Choice() {
        @Override
        public ForecastMethod of(Seasons seasons) {
          return seasons.steps().size() > 1 ? Pool.standard(seasons) : Pool.standard();
        }

        @Override
        public ForecastMethod tried(Seasons seasons) {
          return seasons.steps().size() > 1 ? Pool.quick(seasons) : Pool.quick();
        }
      };

  private record Chosen(ForecastMethod method) implements Choice {

    @Override
    public ForecastMethod of(Seasons seasons) {
      return method;
    }

    @Override
    public ForecastMethod tried(Seasons seasons) {
      return method;
    }
  }

  private final Choice choice;
  private final boolean isStandard;
  private final double[] shares;
  private final double[] seldomAims;

  private Forecaster(Choice choice, boolean isStandard, double[] shares, double... seldomAims) {
    this.choice = choice;
    this.isStandard = isStandard;
    this.shares = shares;
    this.seldomAims = seldomAims;
  }

  /**
   * Forecasts by the standard pool, or by the pool for demand that comes now and then where the
   * history is such.
   */
  public static Forecaster standard(Levels levels) {
    return new Forecaster(STANDARD, true, levels.shares(), levels.shares());
  }

  /** Forecasts by a method of choice, which sees the shortest season. */
  public static Forecaster of(ForecastMethod method, Levels levels) {
    return new Forecaster(new Chosen(method), false, levels.shares(), levels.shares());
  }

  /** A history to forecast so many steps of. */
  public record Task(double[] history, Seasons seasons, int steps) {}

  /**
   * The same, with intervals for demand that comes now and then that hold the share asked for
   * together, over all the tasks ({@link Calibration}); alone, each holds that share or, where
   * pieces do not allow it, more.
   */
  public Forecaster calibratedOn(List<Task> tasks) {
    int every = tasks.size() / MOST_TRIALS + 1;
    List<Calibration.Trial> trials =
        IntStream.range(0, tasks.size())
            .filter(i -> i % every == 0)
            .parallel()
            .mapToObj(tasks::get)
            .flatMap(task -> trial(task).stream())
            .toList();
    Calibration calibration = Calibration.on(trials);
    double[] aims = Arrays.stream(shares).map(calibration::aimFor).toArray();
    return new Forecaster(choice, isStandard, shares, aims);
  }

  private Optional<Calibration.Trial> trial(Task task) {
    double[] recent = recent(task.history, task.seasons);
    return isSeldom(recent, task.seasons, unit(task.history))
        ? Calibration.Trial.of(recent, task.steps)
        : Optional.empty();
  }

  private boolean isSeldom(double[] recent, Seasons seasons, double unit) {
    return isStandard && unit <= MOST_PIECES && DemandPattern.isSeldom(recent, seasons.shortest());
  }

  /** The same with one season, 1 for none. */
  public SeriesForecast forecast(double[] history, int season, int steps) {
    return forecast(history, Seasons.of(season), steps);
  }

  /**
   * The expected values and intervals of the steps after the history.
   *
   * @param history at least one value, oldest first, all finite
   * @param seasons steps in each season
   * @param steps how many to forecast, at least 1
   */
  public SeriesForecast forecast(double[] history, Seasons seasons, int steps) {
    double unit = unit(history);
    double[] recent = recent(history, seasons);
    if (isSeldom(recent, seasons, unit)) {
      return new DemandBands(seldomAims).forecast(recent, steps);
    }
    double[] scaled = new double[recent.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = recent[i] / unit;
    }
    Seasons shown = isStandard ? Weeks.found(seasons, scaled).shownIn(scaled.length) : seasons;
    ForecastMethod method = choice.of(shown);
    ForecastMethod tried = choice.tried(shown);
    int season = shown.shortest();
    double[] mean = method.forecast(scaled, season, steps);
    Spread spread = Spread.of(tried, scaled, season, steps);
    double least = Pool.isNeverNegative(history) ? 0 : Double.NEGATIVE_INFINITY;
    return new SeriesForecast(method.title(), ahead(mean, spread, least, unit));
  }

  private List<SeriesForecast.Step> ahead(double[] mean, Spread spread, double least, double unit) {
    double[] widths = Arrays.stream(shares).map(spread::scales).toArray();
    List<SeriesForecast.Step> ahead = new ArrayList<>(mean.length);
    for (int step = 0; step < mean.length; step++) {
      double expected = Math.max(least, mean[step]);
      List<SeriesForecast.Band> bands = new ArrayList<>(widths.length);
      for (double width : widths) {
        double half = width * spread.at(step);
        double low = Math.max(least, expected - half);
        bands.add(new SeriesForecast.Band(finite(unit * low), finite(unit * (expected + half))));
      }
      ahead.add(new SeriesForecast.Step(finite(unit * expected), bands));
    }
    return ahead;
  }

  private static double finite(double value) {
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value));
  }

  private static double[] recent(double[] history, Seasons seasons) {
    int longest = seasons.steps().stream().mapToInt(season -> season).max().orElse(1);
    int most = Math.max(MOST_VALUES, MOST_SEASONS * longest);
    return history.length <= most
        ? history
        : Arrays.copyOfRange(history, history.length - most, history.length);
  }

  /** A power of two about as large as the largest value, so that squares stay finite. */
  private static double unit(double... history) {
    double largest = 0;
    for (double value : history) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("A history holds numbers only, but one is " + value);
      }
      largest = Math.max(largest, Math.abs(value));
    }
    return largest == 0 ? 1 : Math.scalb(1.0, Math.max(-1000, Math.getExponent(largest)));
  }
}
