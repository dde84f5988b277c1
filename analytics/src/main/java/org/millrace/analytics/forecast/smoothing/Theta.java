package org.millrace.analytics.forecast.smoothing;

import org.millrace.analytics.forecast.ForecastMethod;

/**
 * The classical Theta method on a series without season: simple smoothing plus half the slope of
 * the trend line, {@code level + slope/2 * (step - 1 + (1 - (1-alpha)^n) / alpha)}.
 *
 * <p>Sources: Assimakopoulos and Nikolopoulos (2000); Hyndman and Billah (2003) for this form.
 * Worked: level 10, slope 2, alpha 0.5, n large gives 12, 13, 14.
 */
public final class Theta implements ForecastMethod {

  @Override
  public String title() {
    return "Theta";
  }

  @Override
  public double[] forecast(double[] history, int season, int steps) {
    LevelFit fit = LevelFit.of(history);
    double alpha = fit.alpha();
    double drift = slope(history) / 2;
    double head = (1 - Math.pow(1 - alpha, history.length)) / alpha;
    double[] forecast = new double[steps];
    for (int step = 0; step < steps; step++) {
      forecast[step] = fit.level() + drift * (step + head);
    }
    return forecast;
  }

  /** The slope of the least-squares line over time. Worked: 1, 3, 5 gives 2. */
  static double slope(double... history) {
    double middle = (history.length - 1) / 2.0;
    double products = 0;
    double squares = 0;
    for (int i = 0; i < history.length; i++) {
      products += (i - middle) * history[i];
      squares += (i - middle) * (i - middle);
    }
    return squares == 0 ? 0 : products / squares;
  }
}
