package org.millrace.analytics.forecast.ets;

import java.util.Arrays;
import org.millrace.analytics.forecast.ets.Form.Error;
import org.millrace.analytics.forecast.ets.Form.Season;
import org.millrace.analytics.forecast.ets.Form.Trend;

/**
 * The states of one form along a history. With {@code q = level + phi * trend} and d the value
 * without season less q: level {@code = q + alpha d}, trend {@code = phi * trend + beta d}, season
 * {@code += gamma * (y against q - season)}. With a trend that multiplies, {@code q = level *
 * trend^phi} and trend {@code = trend^phi + beta d / level}, by the level before. The errors decide
 * about the loss only. The derivatives of the loss by all weights and starting states come from one
 * way back along the history.
 *
 * <p>Source: Hyndman, Koehler, Ord and Snyder (2008), chapter 2. Worked: without trend and season,
 * alpha 0.5, level 10, value 12: level 11, loss 1 * ln 4. With a trend of 1.1 that multiplies, beta
 * 0.2 and value 13: q 11, level 12, trend 1.14.
 */
final class Path {

  private static final int LOG_EVERY = 8;

  private final double[] history;
  private final boolean isRelative;
  private final Season kind;
  private final boolean hasTrend;
  private final boolean isMultiplied;
  private final double[] levels;
  private final double[] bases;
  private final double[] trends;
  private final double[] placed;
  private double sumOfSquares;

  /** Weights; before a run the states to start from, after it those at the end. */
  double alpha;

  double beta;
  double gamma;
  double phi;
  double level;
  double trend;
  final double[] seasons;

  /** After {@link #back}: the derivatives by all of them. */
  double byAlpha;

  double byBeta;
  double byGamma;
  double byPhi;
  double byLevel;
  double byTrend;
  final double[] bySeasons;

  Path(Form form, int season, double... history) {
    this.history = history;
    this.isRelative = form.error() == Error.MULTIPLICATIVE;
    this.kind = form.season();
    this.hasTrend = form.trend() != Trend.NONE;
    this.isMultiplied = form.trend().isMultiplied();
    this.levels = new double[isMultiplied ? history.length : 0];
    this.seasons = new double[kind == Season.NONE ? 1 : season];
    this.bySeasons = new double[seasons.length];
    this.bases = new double[history.length];
    this.trends = new double[history.length];
    this.placed = new double[history.length];
  }

  /** Goes through the history; the loss is -2 log likelihood but for a constant. */
  double forwards() {
    double squares = 0;
    double logs = 0;
    double product = 1;
    int place = 0;
    for (int i = 0; i < history.length; i++) {
      double damped = damped(trend);
      double base = isMultiplied ? level * damped : hasTrend ? level + damped : level;
      if (isMultiplied) {
        if (!(level > 0 && trend > 0)) {
          return Double.POSITIVE_INFINITY;
        }
        levels[i] = level;
      }
      double season = seasons[place];
      double ahead = ahead(base, season);
      double error = history[i] - ahead;
      if (isRelative) {
        if (!(ahead > 0)) {
          return Double.POSITIVE_INFINITY;
        }
        error /= ahead;
        product *= ahead;
        if (i % LOG_EVERY == 0) {
          logs += Math.log(product);
          product = 1;
        }
      }
      squares += error * error;
      bases[i] = base;
      trends[i] = trend;
      placed[i] = season;
      advance(place, base, damped, history[i]);
      place = place + 1 == seasons.length ? 0 : place + 1;
    }
    sumOfSquares = squares + Double.MIN_NORMAL;
    return history.length * Math.log(sumOfSquares) + 2 * (logs + Math.log(product));
  }

  private double ahead(double base, double season) {
    return switch (kind) {
      case NONE -> base;
      case ADDITIVE -> base + season;
      case MULTIPLICATIVE -> base * season;
    };
  }

  private double damped(double trend) {
    return isMultiplied && phi != 1 ? Math.pow(trend, phi) : phi * trend;
  }

  private void advance(int place, double base, double damped, double value) {
    double season = seasons[place];
    double adjusted = value;
    if (kind == Season.ADDITIVE) {
      adjusted = value - season;
      seasons[place] = season + gamma * (adjusted - base);
    } else if (kind == Season.MULTIPLICATIVE) {
      adjusted = value / season;
      seasons[place] = season + gamma * (value / base - season);
    }
    if (hasTrend) {
      trend = damped + beta * (adjusted - base) / (isMultiplied ? level : 1);
    }
    level = base + alpha * (adjusted - base);
  }

  /** The derivatives of the loss of the last {@link #forwards}. */
  void back() {
    clear();
    double factor = 2 * history.length / sumOfSquares;
    int place = (history.length - 1) % seasons.length;
    for (int i = history.length - 1; i >= 0; i--) {
      double base = bases[i];
      double season = placed[i];
      double value = history[i];
      double byAhead = byAhead(factor, value, ahead(base, season));
      double adjusted =
          kind == Season.NONE ? value : kind == Season.ADDITIVE ? value - season : value / season;
      double miss = adjusted - base;
      double unit = isMultiplied ? levels[i] : 1;
      double byAdjusted = alpha * byLevel + beta * byTrend / unit;
      double byBase = byLevel - byAdjusted;
      byAlpha += byLevel * miss;
      byBeta += byTrend * miss / unit;
      if (kind == Season.NONE) {
        byBase += byAhead;
      } else {
        double bySeason = bySeasons[place];
        double seen = kind == Season.ADDITIVE ? value - base : value / base;
        byGamma += bySeason * (seen - season);
        if (kind == Season.ADDITIVE) {
          byBase += byAhead - gamma * bySeason;
          bySeasons[place] = (1 - gamma) * bySeason + byAhead - byAdjusted;
        } else {
          byBase += byAhead * season - gamma * bySeason * seen / base;
          bySeasons[place] =
              (1 - gamma) * bySeason + byAhead * base - byAdjusted * adjusted / season;
        }
        place = place == 0 ? seasons.length - 1 : place - 1;
      }
      if (isMultiplied) {
        byLevel = backThroughRatio(byBase, miss, levels[i], trends[i]);
      } else {
        byPhi += (byTrend + byBase) * trends[i];
        byTrend = phi * (byTrend + byBase);
        byLevel = byBase;
      }
    }
  }

  /** Takes the derivatives by trend and phi one step back; returns the one by the level before. */
  private double backThroughRatio(double byBase, double miss, double level, double trend) {
    double damped = damped(trend);
    double byDamped = byTrend + byBase * level;
    double byLevelBefore = byBase * damped - byTrend * beta * miss / (level * level);
    byPhi += byDamped * damped * Math.log(trend);
    byTrend = byDamped * phi * damped / trend;
    return byLevelBefore;
  }

  private double byAhead(double factor, double value, double ahead) {
    if (!isRelative) {
      return -factor * (value - ahead);
    }
    double ratio = value / ahead;
    return (2 - factor * (ratio - 1) * ratio) / ahead;
  }

  private void clear() {
    byAlpha = 0;
    byBeta = 0;
    byGamma = 0;
    byPhi = 0;
    byLevel = 0;
    byTrend = 0;
    Arrays.fill(bySeasons, 0);
  }

  /** The expected values after the history, from the states at its end. */
  double[] continued(int steps) {
    double[] forecast = new double[steps];
    double base = level;
    double damped = trend;
    for (int step = 0; step < steps; step++) {
      damped = damped(damped);
      base = isMultiplied ? base * damped : hasTrend ? base + damped : base;
      forecast[step] = ahead(base, seasons[(history.length + step) % seasons.length]);
    }
    return forecast;
  }
}
