package org.millrace.analytics.demand;

/**
 * Simple exponential smoothing (SES): {@code level += alpha * (value - level)}; the forecast is the
 * last level, the same for all steps.
 *
 * <p>Source: Brown (1959). Worked: alpha 0.3 from level 100 over 100, 110, 90, 105 gives 100.87.
 * {@link #fit} takes the alpha with the least squared error; the starting level is then the
 * least-squares one, which has a closed form because each error is linear in it.
 */
final class SimpleSmoothing {

  private static final double LOWEST = 0.01;
  private static final double HIGHEST = 0.99;
  private static final int COARSE_STEPS = 14;
  private static final int FINE_STEPS = 24;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private final double alpha;
  private final double start;
  private final double level;
  private final double squaredError;

  private SimpleSmoothing(double alpha, double start, double level, double squaredError) {
    this.alpha = alpha;
    this.start = start;
    this.level = level;
    this.squaredError = squaredError;
  }

  /** Smooths with a given factor and starting level. */
  static SimpleSmoothing from(double start, double alpha, double... history) {
    double level = start;
    double squared = 0;
    for (double value : history) {
      double error = value - level;
      squared += error * error;
      level += alpha * error;
    }
    return new SimpleSmoothing(alpha, start, level, squared);
  }

  /** Smooths with the factor and start that fit the history best. */
  static SimpleSmoothing fit(double... history) {
    double width = (HIGHEST - LOWEST) / COARSE_STEPS;
    SimpleSmoothing best = bestStart(history, LOWEST);
    for (int i = 1; i <= COARSE_STEPS; i++) {
      best = better(best, bestStart(history, LOWEST + i * width));
    }
    double low = Math.max(LOWEST, best.alpha - width);
    double high = Math.min(HIGHEST, best.alpha + width);
    for (int i = 0; i < FINE_STEPS; i++) {
      SimpleSmoothing left = bestStart(history, high - GOLDEN * (high - low));
      SimpleSmoothing right = bestStart(history, low + GOLDEN * (high - low));
      if (left.squaredError <= right.squaredError) {
        high = right.alpha;
      } else {
        low = left.alpha;
      }
      best = better(better(best, left), right);
    }
    return best;
  }

  double alpha() {
    return alpha;
  }

  double start() {
    return start;
  }

  /** The forecast of every later step. */
  double level() {
    return level;
  }

  private static SimpleSmoothing better(SimpleSmoothing first, SimpleSmoothing second) {
    return second.squaredError < first.squaredError ? second : first;
  }

  private static SimpleSmoothing bestStart(double[] history, double alpha) {
    double level = 0;
    double weight = 1;
    double errorByWeight = 0;
    double weightSquared = 0;
    for (double value : history) {
      double error = value - level;
      errorByWeight += weight * error;
      weightSquared += weight * weight;
      level += alpha * error;
      weight *= 1 - alpha;
    }
    return from(errorByWeight / weightSquared, alpha, history);
  }
}
