package org.millrace.analytics.forecast;

import java.util.SplittableRandom;

/** Two years of weekly demand, the same for the same seed. */
public final class SimulatedWeeks {
  public static final int WEEKS = 104;
  static final int YEAR = 52;
  private static final double INTERMITTENT_SHARE = 0.4;

  private SimulatedWeeks() {}

  /** A level with drift, a yearly season and noise; or demand in some weeks only. */
  public static double[] of(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] history = new double[WEEKS];
    double level = Math.exp(2 + 1.5 * random.nextGaussian());
    double season = 0.5 * random.nextDouble();
    double phase = 2 * Math.PI * random.nextDouble();
    double drift = 0.004 * random.nextGaussian();
    boolean isIntermittent = random.nextDouble() < INTERMITTENT_SHARE;
    double chance = isIntermittent ? 0.05 + 0.5 * random.nextDouble() : 1;
    for (int t = 0; t < WEEKS; t++) {
      double wave = isIntermittent ? 0 : season * Math.sin(2 * Math.PI * t / YEAR + phase);
      double mean = level * Math.exp(drift * t + wave + 0.3 * random.nextGaussian());
      history[t] = random.nextDouble() < chance ? Math.rint(mean) : 0;
    }
    return history;
  }
}
