package org.millrace.analytics.forecast.smoothing;

import org.millrace.analytics.forecast.ForecastMethod;

/**
 * Lets a method see the square roots of the history and squares what it says; a history with a
 * negative value is passed on as it is. Errors that grow with the level weigh less in this scale.
 *
 * <p>Source: Box and Cox (1964), with the power fixed at 1/2, about which the M3 series show no
 * better one. Worked: 1, 4, 9 with the drift method gives 16.
 */
public final class RootScale implements ForecastMethod {

  private final ForecastMethod method;

  public RootScale(ForecastMethod method) {
    this.method = method;
  }

  @Override
  public String title() {
    return method.title() + " of roots";
  }

  @Override
  public double[] forecast(double[] history, int season, int steps) {
    double[] roots = new double[history.length];
    for (int i = 0; i < roots.length; i++) {
      if (history[i] < 0) {
        return method.forecast(history, season, steps);
      }
      roots[i] = Math.sqrt(history[i]);
    }
    double[] forecast = method.forecast(roots, season, steps);
    for (int step = 0; step < steps; step++) {
      double root = Math.max(0, forecast[step]);
      forecast[step] = root * root;
    }
    return forecast;
  }
}
