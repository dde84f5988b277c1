package org.millrace.analytics.demand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Forecasts weekly demand: tries each method on the item's own past and takes the one that missed
 * least (ties: the simplest). Forecast, interval and error are never negative, never NaN; the same
 * series gives the same result.
 */
public final class DemandForecaster {

  /** Weeks in a season of weekly demand. */
  public static final int WEEKS_A_YEAR = 52;

  /** Weeks ahead that a planner gets: a quarter. */
  public static final int QUARTER = 13;

  private static final int FEWEST_WEEKS_TO_LEARN = 8;
  private static final int FEWEST_ORIGINS = 3;
  private static final int MOST_ORIGINS = 26;

  private final int season;
  private final int horizon;

  private DemandForecaster(int season, int horizon) {
    this.season = season;
    this.horizon = horizon;
  }

  /** A forecaster of weekly series for so many weeks ahead. */
  public static DemandForecaster weekly(int horizon) {
    return of(WEEKS_A_YEAR, horizon);
  }

  /** A forecaster of series whose season has so many periods (1 = none). */
  static DemandForecaster of(int season, int horizon) {
    if (season < 1 || horizon < 1) {
      throw new IllegalArgumentException(
          "Season and horizon must be at least 1, got %d and %d".formatted(season, horizon));
    }
    return new DemandForecaster(season, horizon);
  }

  /** Forecasts the weeks after the series; refuses an empty one. */
  public ItemForecast forecast(WeeklySeries series) {
    if (series.isEmpty()) {
      throw new IllegalArgumentException(
          "Item %s has no complete week yet; forecast it from the week after its first sale"
              .formatted(series.item()));
    }
    double[] history = series.quantities();
    List<Backtest> tries = tries(history);
    Backtest best = best(tries);
    double[] forecast = Backtest.atLeastZero(best.method().forecast(history, horizon));
    double[] halfWidths = Interval.halfWidths(best, horizon, Math.max(highest(history), 1));
    List<ItemForecast.Week> weeks = new ArrayList<>();
    for (int step = 0; step < horizon; step++) {
      LocalDate monday = series.nextWeek().plusWeeks(step);
      double low = Math.max(0, forecast[step] - halfWidths[step]);
      weeks.add(
          new ItemForecast.Week(monday, forecast[step], low, forecast[step] + halfWidths[step]));
    }
    return new ItemForecast(series.item(), choice(best, tries), weeks, past(series, best));
  }

  /** The methods in order of simplicity, for a history of this length. */
  List<ForecastMethod> methods(int length) {
    ForecastMethod naive = new SeasonalNaive(length >= 2 * season ? season : 1);
    ForecastMethod theta = new SeasonallyAdjusted(season, new Theta());
    ForecastMethod damped = new SeasonallyAdjusted(season, new DampedTrend());
    return List.of(naive, theta, damped, new MeanOfMethods(List.of(naive, theta, damped)));
  }

  private List<Backtest> tries(double[] history) {
    int spare = history.length - FEWEST_WEEKS_TO_LEARN;
    if (spare < FEWEST_ORIGINS) {
      return List.of(Backtest.of(new AverageSoFar(), history, 1, horizon));
    }
    int firstOrigin = history.length - Math.min(MOST_ORIGINS, spare);
    return methods(history.length).stream()
        .map(method -> Backtest.of(method, history, firstOrigin, horizon))
        .toList();
  }

  private static Backtest best(List<Backtest> tries) {
    Backtest best = tries.get(0);
    for (Backtest attempt : tries) {
      if (attempt.absoluteError() < best.absoluteError()) {
        best = attempt;
      }
    }
    return best;
  }

  private static ItemForecast.Choice choice(Backtest best, List<Backtest> tries) {
    return new ItemForecast.Choice(best.method().title(), best.wape(), reason(best, tries));
  }

  private static String reason(Backtest best, List<Backtest> tries) {
    String title = best.method().title();
    if (best.origins() == 0) {
      return title + ": only one week is known, so the interval is wide on purpose.";
    }
    if (best.wape().isEmpty()) {
      return title + ": nothing was sold in the " + best.origins() + " weeks tested.";
    }
    String missed =
        "%s: missed by %s of demand in tests from %d past weeks"
            .formatted(title, percent(best.wape().getAsDouble()), best.origins());
    if (tries.size() == 1) {
      return missed + "; the item is too young for other methods.";
    }
    Backtest other =
        tries.stream()
            .filter(attempt -> attempt != best)
            .min(Comparator.comparingDouble(Backtest::absoluteError))
            .orElseThrow();
    return "%s; next best, %s, by %s."
        .formatted(missed, other.method().title(), percent(other.wape().getAsDouble()));
  }

  private static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
  }

  private static List<ItemForecast.PastWeek> past(WeeklySeries series, Backtest best) {
    return best.oneStepAhead().stream()
        .map(
            week ->
                new ItemForecast.PastWeek(
                    series.firstWeek().plusWeeks(week.week()), week.actual(), week.forecast()))
        .toList();
  }

  private static double highest(double[] history) {
    double highest = 0;
    for (double value : history) {
      highest = Math.max(highest, value);
    }
    return highest;
  }
}
