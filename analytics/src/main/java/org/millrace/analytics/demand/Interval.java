package org.millrace.analytics.demand;

/**
 * How far a forecast may miss, per step ahead, so that four of five weeks stay within.
 *
 * <p>Split-conformal (Vovk et al. 2005): of n absolute errors that the method made so many steps
 * ahead in the past, neighbouring steps pooled, the {@code ceil(0.8 * (n + 1))}-th smallest.
 * Worked: nine errors 1 to 9 give the eighth, 8. Never narrower for a later step; beyond the tested
 * steps it grows with the square root of the step.
 */
final class Interval {

  private static final int NEIGHBOURS = 2;
  private static final int FEWEST_ERRORS = 4;

  private Interval() {}

  /**
   * The half widths for steps 1 to the given number; the fallback serves when nothing was tested.
   */
  static double[] halfWidths(Backtest backtest, int steps, double fallback) {
    double[] widths = new double[steps];
    double widest = 0;
    int lastTested = 0;
    for (int step = 1; step <= steps; step++) {
      double[] errors = backtest.absoluteErrors(Math.max(1, step - NEIGHBOURS), step + NEIGHBOURS);
      if (errors.length >= FEWEST_ERRORS) {
        widest = Math.max(widest, fourOfFive(errors));
        lastTested = step;
        widths[step - 1] = widest;
      } else {
        double known = lastTested > 0 ? widest : fallback;
        widths[step - 1] = known * Math.sqrt(step / (double) Math.max(1, lastTested));
      }
    }
    return widths;
  }

  private static double fourOfFive(double[] sortedErrors) {
    int rank = (4 * (sortedErrors.length + 1) + 4) / 5;
    return sortedErrors[Math.min(rank, sortedErrors.length) - 1];
  }
}
