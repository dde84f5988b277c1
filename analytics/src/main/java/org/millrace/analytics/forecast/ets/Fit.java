package org.millrace.analytics.forecast.ets;

import org.millrace.analytics.forecast.ets.Form.Season;
import org.millrace.analytics.forecast.ets.Form.Trend;
import org.millrace.analytics.forecast.search.Box;
import org.millrace.analytics.forecast.search.Simplex;

/**
 * The best weights and starting states of one form. First the weights are searched while the states
 * come from going through the history forwards and back; then weights, level and trend together.
 *
 * <p>Bounds: 0 &lt; beta &lt; alpha &lt; 1, 0 &lt; gamma &lt; 1 - alpha, 0.8 to 0.98 for phi.
 */
final class Fit {

  private static final double LEAST = 1e-4;
  private static final double MOST = 0.9999;
  private static final double LEAST_PHI = 0.8;
  private static final double MOST_PHI = 0.98;
  private static final int COARSE = 45;
  private static final int FINE = 90;
  private static final double COARSE_TOLERANCE = 1e-4;
  private static final double FINE_TOLERANCE = 1e-6;

  final Form form;
  private final Path path;
  private final int length;
  private final int season;
  private double[] point;
  private Path.Start start;
  private double loss;

  private Fit(Form form, int season, double... history) {
    this.form = form;
    this.season = season;
    this.length = history.length;
    this.path = new Path(form, season, history);
  }

  /** Fits a form from a rough start; {@code spread} is the size of changes between values. */
  static Fit of(Form form, Path.Start rough, double spread, double... history) {
    Fit fit = new Fit(form, rough.seasons.length, history);
    fit.searchWeights(rough);
    fit.searchAll(spread);
    return fit;
  }

  /** The loss plus the usual penalty for parameters, corrected for short histories. */
  double aicc() {
    int parameters = form.parameters(season);
    double room = length - parameters - 1.0;
    double penalty = room <= 0 ? Double.POSITIVE_INFINITY : 2.0 * parameters * length / room;
    return loss + penalty;
  }

  double[] forecast(int steps) {
    path.weights(point);
    path.start(start);
    path.forwards();
    return path.continued(steps);
  }

  private void searchWeights(Path.Start rough) {
    double[] from = firstWeights();
    point =
        Simplex.lowest(
            weights -> {
              settle(rough, weights);
              return path.forwards();
            },
            box(0, 0, 0),
            from,
            COARSE,
            COARSE_TOLERANCE);
    settle(rough, point);
    start = path.states();
    loss = path.forwards();
    path.weights(point);
    path.start(rough);
    double plain = path.forwards();
    if (plain < loss) {
      loss = plain;
      start = rough;
    }
  }

  private void settle(Path.Start rough, double... weights) {
    path.weights(weights);
    path.start(rough);
    path.forwards();
    path.backwards();
  }

  private void searchAll(double spread) {
    int ofWeights = point.length;
    int ofStates = form.trend() == Trend.NONE ? 1 : 2;
    double[] from = new double[ofWeights + ofStates];
    System.arraycopy(point, 0, from, 0, ofWeights);
    from[ofWeights] = start.level;
    if (ofStates == 2) {
      from[ofWeights + 1] = start.trend;
    }
    Path.Start trial = new Path.Start();
    trial.seasons = start.seasons;
    double[] found =
        Simplex.lowest(
            all -> {
              take(trial, all);
              path.weights(all);
              path.start(trial);
              return path.forwards();
            },
            box(spread, start.level, start.trend),
            from,
            FINE,
            FINE_TOLERANCE);
    take(trial, found);
    path.weights(found);
    path.start(trial);
    double better = path.forwards();
    if (better < loss) {
      loss = better;
      point = found;
      start = trial;
    }
  }

  private void take(Path.Start trial, double... all) {
    int ofWeights = firstWeights().length;
    trial.level = all[ofWeights];
    trial.trend = all.length > ofWeights + 1 ? all[ofWeights + 1] : 0;
  }

  private double[] firstWeights() {
    boolean isSeasonal = form.season() != Season.NONE;
    return switch (form.trend()) {
      case NONE -> isSeasonal ? new double[] {0.3, 0.1} : new double[] {0.3};
      case ADDITIVE -> isSeasonal ? new double[] {0.3, 0.1, 0.1} : new double[] {0.3, 0.1};
      case DAMPED ->
          isSeasonal ? new double[] {0.3, 0.1, 0.1, 0.95} : new double[] {0.3, 0.1, 0.95};
    };
  }

  private Box box(double spread, double level, double trend) {
    int ofWeights = firstWeights().length;
    int ofStates = spread == 0 ? 0 : form.trend() == Trend.NONE ? 1 : 2;
    double[] pairs = new double[2 * (ofWeights + ofStates)];
    for (int i = 0; i < ofWeights; i++) {
      boolean isPhi = form.trend() == Trend.DAMPED && i == ofWeights - 1;
      pairs[2 * i] = isPhi ? LEAST_PHI : LEAST;
      pairs[2 * i + 1] = isPhi ? MOST_PHI : MOST;
    }
    if (ofStates > 0) {
      pairs[2 * ofWeights] = level - 3 * spread;
      pairs[2 * ofWeights + 1] = level + 3 * spread;
    }
    if (ofStates > 1) {
      pairs[2 * ofWeights + 2] = trend - spread;
      pairs[2 * ofWeights + 3] = trend + spread;
    }
    return Box.of(pairs);
  }
}
