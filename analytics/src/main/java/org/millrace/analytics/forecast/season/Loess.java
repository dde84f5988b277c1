package org.millrace.analytics.forecast.season;

/**
 * Locally weighted lines through evenly spaced values: at each place a line through the nearest
 * {@code window} values, which weigh {@code (1 - (distance / farthest)^3)^3}. Only every tenth of a
 * window is computed, the rest lies on lines between.
 *
 * <p>Source: Cleveland (1979). Worked: values on a line stay; 0, 0, 3, 0, 0 with window 3 is 3 in
 * the middle, because the neighbours at the edge of the window weigh 0.
 */
final class Loess {

  private static final int PARTS_OF_WINDOW = 10;

  private Loess() {}

  static double[] smoothed(int window, double... values) {
    double[] smooth = new double[values.length];
    int jump = Math.max(1, window / PARTS_OF_WINDOW);
    int before = 0;
    smooth[0] = at(0, window, values);
    while (before < values.length - 1) {
      int next = Math.min(values.length - 1, before + jump);
      smooth[next] = at(next, window, values);
      for (int i = before + 1; i < next; i++) {
        double share = (double) (i - before) / (next - before);
        smooth[i] = smooth[before] + share * (smooth[next] - smooth[before]);
      }
      before = next;
    }
    return smooth;
  }

  /** The line's value at a place, which may lie a little outside. */
  static double at(int place, int window, double... values) {
    int count = Math.min(window, values.length);
    int first = Math.max(0, Math.min(values.length - count, place - count / 2));
    double farthest = Math.max(place - first, first + count - 1 - place);
    farthest += window > values.length ? (window - values.length) / 2.0 : 0;
    double weights = 0;
    double middle = 0;
    double mean = 0;
    double squares = 0;
    double products = 0;
    for (int i = first; i < first + count; i++) {
      double weight = weight(Math.abs(i - place) / farthest);
      double x = i - place;
      weights += weight;
      middle += weight * x;
      mean += weight * values[i];
      squares += weight * x * x;
      products += weight * x * values[i];
    }
    if (!(weights > 0)) {
      return values[Math.max(0, Math.min(values.length - 1, place))];
    }
    middle /= weights;
    mean /= weights;
    double spread = squares / weights - middle * middle;
    boolean isLine = Math.sqrt(Math.max(0, spread)) > 1e-3 * (values.length - 1);
    double slope = isLine ? (products / weights - middle * mean) / spread : 0;
    return mean - slope * middle;
  }

  private static double weight(double distance) {
    if (!(distance < 1)) {
      return Double.isNaN(distance) ? 1 : 0;
    }
    double rest = 1 - distance * distance * distance;
    return rest * rest * rest;
  }
}
