package org.millrace.analytics.forecast.ces;

import org.millrace.analytics.forecast.ForecastMethod;
import org.millrace.analytics.forecast.smoothing.SimpleSmoothing;

/**
 * Complex exponential smoothing (CES) of a series without season: next to the level a second part
 * keeps what the level does not explain, {@code level = level - (1-b) part + (a-b) e}, {@code part
 * = level + (1-a) part + (a+b) e} with the old level and part on the right, so that no choice
 * between level and trend has to be made. The forecast of the next step is the level.
 *
 * <p>Source: Svetunkov, Kourentzes and Ord (2022). Worked: a 1.3, b 1, level 10, part 2, value 12:
 * e 2, level 10.6, part 14; the steps ahead are 10.6 and 10.6.
 */
public final class ComplexSmoothing implements ForecastMethod {

  private static final int LEAST = 5;

  @Override
  public String title() {
    return "CES";
  }

  @Override
  public double[] forecast(double[] history, int season, int steps) {
    if (history.length < LEAST) {
      return new SimpleSmoothing().forecast(history, season, steps);
    }
    return ComplexFit.best(history).ahead(steps);
  }
}
