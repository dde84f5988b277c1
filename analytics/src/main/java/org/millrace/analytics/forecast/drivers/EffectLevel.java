package org.millrace.analytics.forecast.drivers;

import java.util.Arrays;
import org.millrace.analytics.forecast.ForecastMethod;

/**
 * The level of demand without its effects, slowly fading: steps whose effect is large say more of
 * it, since noise grows less than demand does. Taken of roots, so that a peak does not carry it
 * away: {@code (sum w e sqrt(a) / sum w e)^2} of adjusted demand a with effect e.
 *
 * <p>Source: weights by the inverse of a variance that grows with the expected demand (weighted
 * least squares, Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., 7), on
 * roots as in {@link org.millrace.analytics.forecast.smoothing.RootScale}. Worked: adjusted demand
 * 16 with effect 1, then 4 with effect 3, unfaded, gives {@code (1 x 4 + 3 x 2)^2 / 4^2} = 6.25.
 */
final class EffectLevel implements ForecastMethod {

  private static final double FADING = 0.01;

  private final double[] effects;
  private final double fading;

  private EffectLevel(double fading, double... effects) {
    this.fading = fading;
    this.effects = effects.clone();
  }

  /**
   * Under these effects of one item's seen steps; a forecast of fewer is one from a past origin.
   */
  static EffectLevel under(double... effects) {
    return fadingBy(FADING, effects);
  }

  static EffectLevel fadingBy(double fading, double... effects) {
    return new EffectLevel(fading, effects);
  }

  @Override
  public String title() {
    return "Level";
  }

  @Override
  public double[] forecast(double[] history, int season, int steps) {
    double roots = 0;
    double weights = 0;
    for (int t = 0; t < history.length; t++) {
      roots = roots * (1 - fading) + effects[t] * Math.sqrt(Math.max(0, history[t]));
      weights = weights * (1 - fading) + effects[t];
    }
    double[] level = new double[steps];
    Arrays.fill(level, roots / weights * (roots / weights));
    return level;
  }
}
