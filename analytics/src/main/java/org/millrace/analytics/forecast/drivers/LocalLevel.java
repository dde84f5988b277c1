package org.millrace.analytics.forecast.drivers;

/**
 * The slow level under the effects: at each step the demand nearby by what the effects alone would
 * give, with weights that fade to both sides, {@code sum w y / v over sum w m / v}. So a trend or a
 * shift of the level is not taken for an effect.
 *
 * <p>Source: the local constant smoother of Cleveland and Devlin (1988) and the backfitting of
 * Hastie and Tibshirani, Generalized Additive Models (1990), 4. Worked: demand 1, 3 over effects 1,
 * 1 with weights 1 and fading 1/2: levels (1 + 1.5) / 1.5 = 1.667 and (0.5 + 3) / 1.5 = 2.333.
 */
final class LocalLevel {

  private LocalLevel() {}

  /**
   * The faded sum of the tops by that of the bottoms around each step.
   *
   * @param steps where the values lie, rising; gaps fade the weights by their length
   * @param bottoms above zero
   */
  static double[] ratios(double fading, int[] steps, double[] tops, double[] bottoms) {
    int count = steps.length;
    double[] above = new double[count];
    double[] below = new double[count];
    double up = 0;
    double down = 0;
    for (int i = 0; i < count; i++) {
      double kept = i == 0 ? 0 : Math.pow(1 - fading, steps[i] - steps[i - 1]);
      up = up * kept + tops[i];
      down = down * kept + bottoms[i];
      above[i] = up;
      below[i] = down;
    }
    up = 0;
    down = 0;
    double[] ratios = new double[count];
    for (int i = count - 1; i >= 0; i--) {
      double kept = i == count - 1 ? 0 : Math.pow(1 - fading, steps[i + 1] - steps[i]);
      up *= kept;
      down *= kept;
      ratios[i] = (above[i] + up) / (below[i] + down);
      up += tops[i];
      down += bottoms[i];
    }
    return ratios;
  }
}
