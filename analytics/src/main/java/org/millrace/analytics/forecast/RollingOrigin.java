package org.millrace.analytics.forecast;

import java.util.Arrays;

/**
 * Forecasts from past origins: the last values are held back, 1, 2, 3 and so on with equal gaps,
 * and forecast from what came before.
 *
 * <p>Source: Tashman (2000). Worked: 1, 2, 3, 4 with the naive method, two origins one apart, two
 * steps: from the origin after 3 the error 1; from that after 2 the errors 1 and 2.
 */
public final class RollingOrigin {

  private final int most;
  private final int least;

  /** At most {@code most} origins, each after at least {@code least} values. */
  public RollingOrigin(int most, int least) {
    this.most = most;
    this.least = least;
  }

  /** Actual less forecast by origin, the latest origin first, then by step. */
  public double[][] errors(ForecastMethod method, double[] history, int season, int steps) {
    int spare = Math.max(0, Math.min(history.length - least, Math.max(most, steps)));
    int origins = Math.min(most, spare);
    double[][] errors = new double[origins][];
    for (int i = 0; i < origins; i++) {
      int held = (int) Math.ceil((double) (i + 1) * spare / origins);
      errors[i] = errors(method, history, season, new int[] {held, Math.min(held, steps)});
    }
    return errors;
  }

  private static double[] errors(
      ForecastMethod method, double[] history, int season, int... heldAndSteps) {
    int origin = history.length - heldAndSteps[0];
    double[] known = Arrays.copyOf(history, origin);
    double[] errors = method.forecast(known, season, heldAndSteps[1]);
    for (int step = 0; step < errors.length; step++) {
      errors[step] = history[origin + step] - errors[step];
    }
    return errors;
  }
}
