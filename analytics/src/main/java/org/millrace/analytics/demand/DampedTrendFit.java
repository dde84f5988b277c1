package org.millrace.analytics.demand;

import org.millrace.analytics.demand.DampedTrend.Factors;
import org.millrace.analytics.demand.DampedTrend.State;

/**
 * Finds the factors of the damped trend with the least squared one-step error: a grid, then steps
 * that halve around the best point. For given factors each error is linear in the starting level
 * and trend, so the best start is the solution of two normal equations. No randomness.
 */
final class DampedTrendFit {

  private static final double[] ALPHAS = {0.02, 0.08, 0.16, 0.3, 0.5, 0.7, 0.95};
  private static final double[] BETAS = {0.01, 0.1, 0.3, 0.6};
  private static final double[] PHIS = {0.8, 0.9, 0.98};
  private static final double[] LOWEST = {0.01, 0.001, 0.8};
  private static final double[] HIGHEST = {0.99, 0.95, 0.98};
  private static final double[] FIRST_STEP = {0.06, 0.08, 0.04};
  private static final int HALVINGS = 4;
  private static final double RIDGE = 1e-9;

  private final double[] history;
  private double bestError = Double.POSITIVE_INFINITY;
  private State best;

  DampedTrendFit(double... history) {
    this.history = history.clone();
  }

  /** The state after the history, under the best factors found. */
  State best() {
    for (double alpha : ALPHAS) {
      for (double beta : BETAS) {
        for (double phi : PHIS) {
          consider(new double[] {alpha, beta, phi});
        }
      }
    }
    double scale = 1;
    for (int halving = 0; halving < HALVINGS; halving++) {
      stepAround(scale);
      scale /= 2;
    }
    return best.after(history);
  }

  private void stepAround(double scale) {
    Factors around = best.factors();
    double[] point = {around.alpha(), around.beta(), around.phi()};
    for (int axis = 0; axis < point.length; axis++) {
      for (int sign = -1; sign <= 1; sign += 2) {
        double[] moved = point.clone();
        moved[axis] =
            Math.min(
                HIGHEST[axis],
                Math.max(LOWEST[axis], moved[axis] + sign * scale * FIRST_STEP[axis]));
        consider(moved);
      }
    }
  }

  private void consider(double[] point) {
    Factors factors = new Factors(point[0], point[1], point[2]);
    State start = bestStart(factors);
    double error = squaredError(start);
    if (error < bestError) {
      bestError = error;
      best = start;
    }
  }

  private double squaredError(State start) {
    Factors factors = start.factors();
    double level = start.level();
    double trend = start.trend();
    double squared = 0;
    for (double value : history) {
      double expected = level + factors.phi() * trend;
      double error = value - expected;
      squared += error * error;
      level = expected + factors.alpha() * error;
      trend = factors.phi() * trend + factors.alpha() * factors.beta() * error;
    }
    return squared;
  }

  /** The starting level and trend with the least squared error under given factors. */
  State bestStart(Factors factors) {
    double alpha = factors.alpha();
    double gain = alpha * factors.beta();
    double phi = factors.phi();
    double[] level = {0, 1, 0};
    double[] trend = {0, 0, 1};
    double ll = 0;
    double tt = 0;
    double lt = 0;
    double yl = 0;
    double yt = 0;
    for (double value : history) {
      double[] error = new double[3];
      for (int part = 0; part < 3; part++) {
        double expected = level[part] + phi * trend[part];
        error[part] = (part == 0 ? value : 0) - expected;
        level[part] = expected + alpha * error[part];
        trend[part] = phi * trend[part] + gain * error[part];
      }
      ll += error[1] * error[1];
      tt += error[2] * error[2];
      lt += error[1] * error[2];
      yl -= error[0] * error[1];
      yt -= error[0] * error[2];
    }
    ll += RIDGE * ll;
    tt += RIDGE * tt;
    double determinant = ll * tt - lt * lt;
    if (determinant <= RIDGE * ll * tt) {
      return new State(ll == 0 ? 0 : yl / ll, 0, factors);
    }
    return new State((yl * tt - yt * lt) / determinant, (yt * ll - yl * lt) / determinant, factors);
  }
}
