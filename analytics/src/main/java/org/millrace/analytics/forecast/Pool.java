package org.millrace.analytics.forecast;

import java.util.List;
import org.millrace.analytics.forecast.arima.Arima;
import org.millrace.analytics.forecast.ets.Ets;
import org.millrace.analytics.forecast.season.FixedSeason;
import org.millrace.analytics.forecast.season.Mstl;
import org.millrace.analytics.forecast.season.Seasons;
import org.millrace.analytics.forecast.smoothing.DampedTrend;
import org.millrace.analytics.forecast.smoothing.Drift;
import org.millrace.analytics.forecast.smoothing.DynamicTheta;
import org.millrace.analytics.forecast.smoothing.Holt;
import org.millrace.analytics.forecast.smoothing.RootScale;
import org.millrace.analytics.forecast.smoothing.SeasonallyAdjusted;
import org.millrace.analytics.forecast.smoothing.Theta;

/**
 * Several methods as one. Where no value of the history is negative, no forecast is.
 *
 * <p>Source: Clemen (1989) on combining forecasts. Worked: 5, 7 with the naive method and the drift
 * method combined by their mean gives 8, 9.
 */
public final class Pool implements ForecastMethod {

  private static final String STANDARD = "Pool";

  private final String title;
  private final Combination combination;
  private final List<ForecastMethod> methods;

  private Pool(String title, Combination combination, List<ForecastMethod> methods) {
    if (methods.isEmpty()) {
      throw new IllegalArgumentException("The pool '" + title + "' has no method");
    }
    this.title = title;
    this.combination = combination;
    this.methods = List.copyOf(methods);
  }

  /** A pool of these methods. */
  public static Pool of(String title, Combination combination, List<ForecastMethod> methods) {
    return new Pool(title, combination, methods);
  }

  /**
   * The pool that serves any regular series: the quick pool with weight 2, seasons that change
   * slowly, ETS and ARIMA of roots with weight 1 each. Its members were chosen on every third M3
   * series; the README of benchmarks/forecast has the figures.
   */
  public static ForecastMethod standard() {
    return of(
        STANDARD,
        Combination.MEAN,
        List.of(
            quick(),
            quick(),
            new RootScale(Mstl.of(plain())),
            Ets.rough(),
            new RootScale(new Arima())));
  }

  /**
   * A pool of simple methods, almost as good at a tenth of the time; for errors of many origins.
   */
  public static ForecastMethod quick() {
    return of(STANDARD, Combination.MEAN, List.of(SeasonallyAdjusted.shrunk(withoutSeason())));
  }

  /**
   * The pool for several seasons: the mean of the quick one and of seasons that change slowly. The
   * season given with a history is not looked at.
   */
  public static ForecastMethod standard(Seasons seasons) {
    return of(
        STANDARD,
        Combination.MEAN,
        List.of(quick(seasons), new RootScale(Mstl.of(plain(), seasons))));
  }

  /** One season after the other taken out, drawn towards none. */
  public static ForecastMethod quick(Seasons seasons) {
    return of(STANDARD, Combination.MEAN, List.of(FixedSeason.inTurn(withoutSeason(), seasons)));
  }

  private static ForecastMethod withoutSeason() {
    return of(
        STANDARD,
        Combination.TRIMMED_MEAN,
        List.of(
            new RootScale(new DampedTrend()),
            new RootScale(new Theta()),
            new RootScale(new DynamicTheta()),
            new RootScale(new Holt()),
            new RootScale(new Drift()),
            new DynamicTheta()));
  }

  private static ForecastMethod plain() {
    return of(
        STANDARD,
        Combination.TRIMMED_MEAN,
        List.of(new DampedTrend(), new Theta(), new DynamicTheta(), new Holt(), new Drift()));
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public double[] forecast(double[] history, int season, int steps) {
    double[][] forecasts = new double[methods.size()][];
    for (int i = 0; i < forecasts.length; i++) {
      forecasts[i] = methods.get(i).forecast(history, season, steps);
    }
    double[] combined = combination.combined(forecasts);
    if (isNeverNegative(history)) {
      for (int step = 0; step < steps; step++) {
        combined[step] = Math.max(0, combined[step]);
      }
    }
    return combined;
  }

  /** Whether no value is below zero. */
  public static boolean isNeverNegative(double... history) {
    for (double value : history) {
      if (value < 0) {
        return false;
      }
    }
    return true;
  }
}
