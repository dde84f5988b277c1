package org.millrace.analytics.forecast.ets;

import org.millrace.analytics.forecast.ets.Form.Season;
import org.millrace.analytics.forecast.ets.Form.Trend;
import org.millrace.analytics.forecast.search.Descent;

/**
 * The weights and starting states of one form that are most likely, searched together. The search
 * runs over numbers without limits: weights come from them by the logistic curve, states in units
 * of the spread of the history; the last place of the season follows from the others, which keep
 * the mean 0 (or 1).
 *
 * <p>Bounds: 0 &lt; beta &lt; alpha &lt; 1, 0 &lt; gamma &lt; 1 - alpha, 0.8 to 0.98 for phi.
 */
final class Fit {

  private static final double LEAST = 1e-4;
  private static final double MOST = 0.9999;
  private static final double LEAST_PHI = 0.8;
  private static final double MOST_PHI = 0.98;
  private static final double FIRST_ALPHA = 0.3;
  private static final double FIRST_ALPHA_BESIDE_SEASON = 0.1;
  private static final double FIRST_SHARE = 0.1;
  private static final double FIRST_PHI = 0.95;
  private static final double UNIT_OF_RATIOS = 0.2;
  private static final double UNIT_OF_TREND = 0.05;

  final Form form;
  private final Path path;
  private final int length;
  private final int season;
  private final double unit;
  private final double unitOfTrend;
  private final double unitOfSeason;
  private final Descent descent;

  /** From a rough start; {@code spread} is the size of changes between values. */
  Fit(Form form, Start rough, double spread, double... history) {
    this.form = form;
    this.season = rough.seasons().length;
    this.length = history.length;
    this.unit = spread;
    this.unitOfTrend = form.trend().isMultiplied() ? UNIT_OF_TREND : spread;
    this.unitOfSeason = form.season() == Season.MULTIPLICATIVE ? UNIT_OF_RATIOS : spread;
    this.path = new Path(form, season, history);
    this.descent = new Descent(this::loss, first(rough));
  }

  /** Level and trend before the first value, and the season by place. */
  record Start(double level, double trend, double[] seasons) {}

  void improve(int steps, double tolerance) {
    descent.run(steps, tolerance);
  }

  /** The loss plus the usual penalty for parameters, corrected for short histories. */
  double aicc() {
    int parameters = form.parameters(season);
    double room = length - parameters - 1.0;
    double penalty = room <= 0 ? Double.POSITIVE_INFINITY : 2.0 * parameters * length / room;
    return descent.loss() + penalty;
  }

  double[] forecast(int steps) {
    take(descent.point());
    path.forwards();
    return path.continued(steps);
  }

  private double[] first(Start rough) {
    boolean isSeasonal = form.season() != Season.NONE;
    double[] first = new double[form.parameters(season) - 1];
    int next = 0;
    first[next++] = number(isSeasonal ? FIRST_ALPHA_BESIDE_SEASON : FIRST_ALPHA, LEAST, MOST);
    if (form.trend() != Trend.NONE) {
      first[next++] = number(FIRST_SHARE, LEAST, MOST);
    }
    if (form.trend().isDamped()) {
      first[next++] = number(FIRST_PHI, LEAST_PHI, MOST_PHI);
    }
    if (isSeasonal) {
      first[next++] = number(FIRST_SHARE, LEAST, MOST);
    }
    first[next++] = rough.level / unit;
    if (form.trend() != Trend.NONE) {
      first[next++] = rough.trend / unitOfTrend;
    }
    for (int place = 0; isSeasonal && place < season - 1; place++) {
      first[next++] = rough.seasons[place] / unitOfSeason;
    }
    return first;
  }

  private static double number(double weight, double low, double high) {
    double share = (weight - low) / (high - low);
    return Math.log(share / (1 - share));
  }

  private static double share(double number) {
    return 1 / (1 + Math.exp(-number));
  }

  private static double weight(double number, double low, double high) {
    return low + (high - low) * share(number);
  }

  private void take(double... point) {
    int next = 0;
    path.alpha = weight(point[next++], LEAST, MOST);
    boolean hasTrend = form.trend() != Trend.NONE;
    path.beta = hasTrend ? path.alpha * weight(point[next++], LEAST, MOST) : 0;
    path.phi = form.trend().isDamped() ? weight(point[next++], LEAST_PHI, MOST_PHI) : 1;
    boolean isSeasonal = form.season() != Season.NONE;
    path.gamma = isSeasonal ? (1 - path.alpha) * weight(point[next++], LEAST, MOST) : 0;
    path.level = unit * point[next++];
    path.trend = hasTrend ? unitOfTrend * point[next++] : 0;
    if (isSeasonal) {
      double last = form.season() == Season.ADDITIVE ? 0 : season;
      for (int place = 0; place < season - 1; place++) {
        path.seasons[place] = unitOfSeason * point[next++];
        last -= path.seasons[place];
      }
      path.seasons[season - 1] = last;
    }
  }

  private double loss(double[] point, double[] gradient) {
    take(point);
    double alpha = path.alpha;
    double loss = path.forwards();
    if (!Double.isFinite(loss)) {
      return Double.POSITIVE_INFINITY;
    }
    path.back();
    int next = 1;
    double byAlpha = path.byAlpha;
    if (form.trend() != Trend.NONE) {
      byAlpha += path.byBeta * path.beta / alpha;
      gradient[next] = path.byBeta * alpha * bend(point[next], LEAST, MOST);
      next++;
    }
    if (form.trend().isDamped()) {
      gradient[next] = path.byPhi * bend(point[next], LEAST_PHI, MOST_PHI);
      next++;
    }
    boolean isSeasonal = form.season() != Season.NONE;
    if (isSeasonal) {
      byAlpha -= path.byGamma * path.gamma / (1 - alpha);
      gradient[next] = path.byGamma * (1 - alpha) * bend(point[next], LEAST, MOST);
      next++;
    }
    gradient[0] = byAlpha * bend(point[0], LEAST, MOST);
    gradient[next++] = path.byLevel * unit;
    if (form.trend() != Trend.NONE) {
      gradient[next++] = path.byTrend * unitOfTrend;
    }
    for (int place = 0; isSeasonal && place < season - 1; place++) {
      gradient[next++] = (path.bySeasons[place] - path.bySeasons[season - 1]) * unitOfSeason;
    }
    return loss;
  }

  private static double bend(double number, double low, double high) {
    double share = share(number);
    return (high - low) * share * (1 - share);
  }
}
