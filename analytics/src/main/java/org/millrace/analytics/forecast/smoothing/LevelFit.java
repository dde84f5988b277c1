package org.millrace.analytics.forecast.smoothing;

/**
 * Simple exponential smoothing of a history: {@code level += alpha * (value - level)} with the
 * alpha and the starting level of least squared one-step error. Each error is linear in the
 * starting level, so that this has a closed form for every alpha and only alpha is searched.
 *
 * <p>Source: Brown (1959). Worked: alpha 0.3 from level 100 over 100, 110, 90, 105 ends at 100.87.
 */
record LevelFit(double alpha, double start, double level, double squaredError) {

  private static final double LOWEST = 1e-4;
  private static final double HIGHEST = 0.9999;
  private static final int COARSE = 12;
  private static final int FINE = 18;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  /** Smooths with the alpha and start that fit best. */
  static LevelFit of(double... history) {
    double width = (HIGHEST - LOWEST) / COARSE;
    LevelFit best = at(LOWEST, history);
    for (int i = 1; i <= COARSE; i++) {
      best = better(best, at(LOWEST + i * width, history));
    }
    return refined(best, width, history);
  }

  private static LevelFit refined(LevelFit coarse, double width, double... history) {
    double low = Math.max(LOWEST, coarse.alpha - width);
    double high = Math.min(HIGHEST, coarse.alpha + width);
    double leftAlpha = high - GOLDEN * (high - low);
    double rightAlpha = low + GOLDEN * (high - low);
    LevelFit left = at(leftAlpha, history);
    LevelFit right = at(rightAlpha, history);
    LevelFit best = better(coarse, better(left, right));
    for (int i = 0; i < FINE; i++) {
      if (left.squaredError <= right.squaredError) {
        high = right.alpha;
        right = left;
        left = at(high - GOLDEN * (high - low), history);
        best = better(best, left);
      } else {
        low = left.alpha;
        left = right;
        right = at(low + GOLDEN * (high - low), history);
        best = better(best, right);
      }
    }
    return best;
  }

  /** Smooths with this alpha and the starting level that suits it best. */
  static LevelFit at(double alpha, double... history) {
    double fromZero = 0;
    double weight = 1;
    double squares = 0;
    double products = 0;
    double weights = 0;
    for (double value : history) {
      double error = value - fromZero;
      squares += error * error;
      products += error * weight;
      weights += weight * weight;
      fromZero += alpha * error;
      weight *= 1 - alpha;
    }
    double start = products / weights;
    double squaredError = Math.max(0, squares - start * products);
    return new LevelFit(alpha, start, fromZero + start * weight, squaredError);
  }

  private static LevelFit better(LevelFit first, LevelFit second) {
    return second.squaredError < first.squaredError ? second : first;
  }
}
