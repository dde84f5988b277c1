package org.millrace.analytics.forecast.interval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.millrace.analytics.forecast.ForecastMethod;
import org.millrace.analytics.forecast.Pool;
import org.millrace.analytics.forecast.cleansing.Cleansing;
import org.millrace.analytics.forecast.intermittent.DemandPattern;
import org.millrace.analytics.forecast.season.Seasons;
import org.millrace.analytics.forecast.season.ShortSeason;

/**
 * Forecasts a series with intervals. A series that was never negative gets no value below zero;
 * values that can hardly be true are taken out first. The same history gives the same forecast, in
 * any unit of measure.
 */
public final class Forecaster {

  /** What lies longer back says little of the next steps and would cost much time. */
  private static final int MOST_VALUES = 1_000;

  private static final int MOST_TRIALS = 4_000;
  private static final int MOST_SEASONS = 8;
  private static final double MOST_PIECES = 1e100;
  private static final int LEAST_ALIVE = 12;

  /** The method for a history with these seasons, and the one whose past errors tell the width. */
  private interface Choice {
    ForecastMethod of(Seasons seasons);

    ForecastMethod tried(Seasons seasons);
  }

  private static final Choice STANDARD =
      new Choice() {
        @Override
        public ForecastMethod of(Seasons seasons) {
          return seasons.steps().size() > 1
              ? Pool.standard(seasons)
              : new ShortSeason(Pool.standard());
        }

        @Override
        public ForecastMethod tried(Seasons seasons) {
          return seasons.steps().size() > 1 ? Pool.quick(seasons) : new ShortSeason(Pool.quick());
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
    double[] recent = alive(recent(task.history, task.seasons), task.seasons);
    return isIntermittent(recent, task.seasons, unit(task.history))
        ? Calibration.Trial.of(recent, task.steps)
        : Optional.empty();
  }

  private boolean isIntermittent(double[] recent, Seasons seasons, double unit) {
    return isStandard
        && unit <= MOST_PIECES
        && DemandPattern.isIntermittent(recent, seasons.shortest());
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
    double[] recent = alive(recent(history, seasons), seasons);
    if (isIntermittent(recent, seasons, unit)) {
      return new DemandBands(seldomAims).forecast(recent, steps);
    }
    double[] scaled = new double[recent.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = recent[i] / unit;
    }
    Seasons shown = isStandard ? shown(seasons, scaled) : seasons;
    ForecastMethod method = choice.of(shown);
    ForecastMethod tried = choice.tried(shown);
    int season = shown.shortest();
    double[] cleansed = isStandard ? Cleansing.ofFarOutliers(scaled, season) : scaled;
    double[] mean = method.forecast(cleansed, season, steps);
    Spread spread = Spread.of(tried, cleansed, season, steps);
    double least = Pool.isNeverNegative(history) ? 0 : Double.NEGATIVE_INFINITY;
    return new SeriesForecast(method.title(), ahead(mean, spread, least, unit));
  }

  /** The seasons that show often enough; the shortest one also where it shows a little. */
  private static Seasons shown(Seasons seasons, double... history) {
    return ShortSeason.isMeant(history, seasons.shortest())
        ? Seasons.of(seasons.shortest())
        : Weeks.found(seasons, history).shownIn(history.length);
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

  /**
   * The history from its first demand on, where that alone is regular: nothing was sold before it
   * because there was nothing yet. Intermittent demand keeps its first zeros, which tell how rare
   * it is.
   */
  private double[] alive(double[] history, Seasons seasons) {
    int first = 0;
    while (first < history.length && history[first] == 0) {
      first++;
    }
    if (!isStandard || first == 0 || history.length - first < LEAST_ALIVE) {
      return history;
    }
    double[] alive = Arrays.copyOfRange(history, first, history.length);
    return Pool.isNeverNegative(alive) && !DemandPattern.isIntermittent(alive, seasons.shortest())
        ? alive
        : history;
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
