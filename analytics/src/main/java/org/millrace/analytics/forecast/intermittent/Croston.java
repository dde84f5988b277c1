package org.millrace.analytics.forecast.intermittent;

import org.millrace.analytics.forecast.ForecastMethod;

/**
 * Croston's method: size and interval of demands are smoothed apart, each when a demand comes; the
 * forecast of every step is {@code factor * size / interval}. The factor is 1 for Croston and
 * {@code 1 - alpha / 2} for the approximation of Syntetos and Boylan (SBA), which takes his bias
 * out.
 *
 * <p>Source: Croston, ORQ 23 (1972) 289; Syntetos and Boylan, IJF 21 (2005) 303. Worked, alpha 0.1:
 * 0 3 0 0 6 starts with size 3 and interval 2; the 6 after three periods moves them to 3.3 and 2.1:
 * Croston 1.5714, SBA 1.4929.
 */
public final class Croston implements ForecastMethod {

  /** The customary smoothing weight. */
  public static final double DEFAULT_ALPHA = 0.1;

  private final String title;
  private final double alpha;
  private final double factor;

  private Croston(String title, double alpha, double factor) {
    if (!(alpha > 0 && alpha <= 1)) {
      throw new IllegalArgumentException(
          title + " needs a weight above 0 and up to 1, but got " + alpha + ".");
    }
    this.title = title;
    this.alpha = alpha;
    this.factor = factor;
  }

  /** Croston's own. */
  public static Croston original(double alpha) {
    return new Croston("Croston", alpha, 1);
  }

  /** With the bias taken out by Syntetos and Boylan. */
  public static Croston unbiased(double alpha) {
    return new Croston("SBA", alpha, 1 - alpha / 2);
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public double[] forecast(double[] history, int season, int steps) {
    return Flat.of(rate(Demands.of(Flat.checked(history, steps))), steps);
  }

  private double rate(Demands demands) {
    if (demands.count() == 0) {
      return 0;
    }
    double size = demands.size(0);
    double interval = demands.interval(0);
    for (int i = 1; i < demands.count(); i++) {
      size += alpha * (demands.size(i) - size);
      interval += alpha * (demands.interval(i) - interval);
    }
    return factor * size / interval;
  }
}
