package org.millrace.analytics.forecast.interval;

import java.util.ArrayList;
import java.util.List;
import org.millrace.analytics.forecast.ForecastMethod;
import org.millrace.analytics.forecast.Pool;

/**
 * Forecasts a series with intervals. A series that was never negative gets no value below zero. The
 * same history gives the same forecast, in any unit of measure.
 */
public final class Forecaster {

  private final ForecastMethod method;
  private final Levels levels;

  private Forecaster(ForecastMethod method, Levels levels) {
    this.method = method;
    this.levels = levels;
  }

  /** Forecasts by the standard pool. */
  public static Forecaster standard(Levels levels) {
    return of(Pool.standard(), levels);
  }

  /** Forecasts by a method of choice. */
  public static Forecaster of(ForecastMethod method, Levels levels) {
    return new Forecaster(method, levels);
  }

  /**
   * The expected values and intervals of the steps after the history.
   *
   * @param history at least one value, oldest first, all finite
   * @param season steps in a season, 1 for none
   * @param steps how many to forecast, at least 1
   */
  public SeriesForecast forecast(double[] history, int season, int steps) {
    double unit = unit(history);
    double[] scaled = new double[history.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = history[i] / unit;
    }
    double[] mean = method.forecast(scaled, season, steps);
    Spread spread = Spread.of(method, scaled, season, steps);
    double least = Pool.isNeverNegative(history) ? 0 : Double.NEGATIVE_INFINITY;
    double[] widths =
        levels.percents().stream().mapToDouble(p -> spread.scales(p / 100.0)).toArray();
    List<SeriesForecast.Step> ahead = new ArrayList<>(steps);
    for (int step = 0; step < steps; step++) {
      double expected = Math.max(least, mean[step]);
      List<SeriesForecast.Band> bands = new ArrayList<>(widths.length);
      for (double width : widths) {
        double half = width * spread.at(step);
        bands.add(
            new SeriesForecast.Band(
                unit * Math.max(least, expected - half), unit * (expected + half)));
      }
      ahead.add(new SeriesForecast.Step(unit * expected, bands));
    }
    return new SeriesForecast(method.title(), ahead);
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
