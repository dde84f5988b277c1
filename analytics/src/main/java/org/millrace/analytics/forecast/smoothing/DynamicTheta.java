package org.millrace.analytics.forecast.smoothing;

import org.millrace.analytics.forecast.ForecastMethod;

/**
 * The dynamic optimised Theta method (DOTM): the trend line is re-estimated at each step and its
 * weight {@code 1 - 1/theta} is chosen with alpha and the starting level by least squared error:
 * {@code mean(t) = level + (1 - 1/theta) * ((1-alpha)^(t-1) * A + (1 - (1-alpha)^t) / alpha * B)}
 * with the line A + B t of the values seen.
 *
 * <p>Source: Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler (2016). For a given alpha the
 * error is linear in starting level and weight, so that only alpha is searched. Worked: 1, 2, 3, 4,
 * 5, 6, 7, 8 gives more than 8 and at most 9 for the next step.
 */
public final class DynamicTheta implements ForecastMethod {

  @Override
  public String title() {
    return "Dynamic Theta";
  }

  @Override
  public double[] forecast(double[] history, int season, int steps) {
    if (history.length < Holt.LEAST) {
      return new SimpleSmoothing().forecast(history, season, steps);
    }
    return new DynamicThetaFit(history).best().ahead(steps);
  }
}
