package org.millrace.analytics.forecast.intermittent;

import org.millrace.analytics.forecast.ForecastMethod;

/**
 * The method of Teunter, Syntetos and Babai (TSB): the probability of demand is smoothed in every
 * period, the size when a demand comes; the forecast of every step is {@code probability * size}.
 * It sinks while nothing is sold, so an item that dies is told.
 *
 * <p>Source: Teunter, Syntetos and Babai, EJOR 214 (2011) 606. Worked, both weights 0.1: 0 3 0 0 6
 * starts at the 3 with size 3 and probability 1/2, which goes 0.45, 0.405, 0.4645; size 3.3:
 * forecast 1.53285.
 */
public final class Tsb implements ForecastMethod {

  private final double sizeAlpha;
  private final double chanceAlpha;

  private Tsb(double sizeAlpha, double chanceAlpha) {
    if (!(sizeAlpha > 0 && sizeAlpha <= 1 && chanceAlpha > 0 && chanceAlpha <= 1)) {
      throw new IllegalArgumentException(
          "TSB needs weights above 0 and up to 1, but got %s for the size and %s for the chance."
              .formatted(sizeAlpha, chanceAlpha));
    }
    this.sizeAlpha = sizeAlpha;
    this.chanceAlpha = chanceAlpha;
  }

  /** With a weight for the sizes and one for the probability. */
  public static Tsb of(double sizeAlpha, double chanceAlpha) {
    return new Tsb(sizeAlpha, chanceAlpha);
  }

  @Override
  public String title() {
    return "TSB";
  }

  @Override
  public double[] forecast(double[] history, int season, int steps) {
    return Flat.of(rate(Flat.checked(history, steps)), steps);
  }

  private double rate(double... history) {
    Demands demands = Demands.of(history);
    if (demands.count() == 0) {
      return 0;
    }
    double size = demands.size(0);
    double chance = 1.0 / demands.interval(0);
    for (int i = demands.interval(0); i < history.length; i++) {
      chance += chanceAlpha * ((history[i] > 0 ? 1 : 0) - chance);
      if (history[i] > 0) {
        size += sizeAlpha * (history[i] - size);
      }
    }
    return chance * size;
  }
}
