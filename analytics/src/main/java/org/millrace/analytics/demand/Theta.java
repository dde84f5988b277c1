package org.millrace.analytics.demand;

/**
 * The Theta method: the mean of the straight trend line (theta 0) and of simple exponential
 * smoothing of the line with doubled curvature (theta 2, {@code 2 * value - trend}).
 *
 * <p>Source: Assimakopoulos and Nikolopoulos, International Journal of Forecasting 16 (2000) 521.
 * Equal to smoothing with half the slope as drift (Hyndman and Billah 2003), which the test uses.
 * Worked: 1 to 6 has the trend line 7, 8 ahead and smooths to 6 when smoothing follows at once, so
 * the next values are (7 + 6) / 2 = 6.5 and 7.
 */
final class Theta implements ForecastMethod {

  @Override
  public String title() {
    return "Theta";
  }

  @Override
  public double[] forecast(double[] history, int steps) {
    Line trend = Line.through(history);
    double[] doubled = new double[history.length];
    for (int i = 0; i < doubled.length; i++) {
      doubled[i] = 2 * history[i] - trend.at(i);
    }
    double level = SimpleSmoothing.fit(doubled).level();
    double[] forecast = new double[steps];
    for (int step = 0; step < steps; step++) {
      forecast[step] = (trend.at(history.length + step) + level) / 2;
    }
    return forecast;
  }
}
