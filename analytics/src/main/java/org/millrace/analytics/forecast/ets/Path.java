package org.millrace.analytics.forecast.ets;

import org.millrace.analytics.forecast.ets.Form.Error;
import org.millrace.analytics.forecast.ets.Form.Season;
import org.millrace.analytics.forecast.ets.Form.Trend;

/**
 * The states of one form along a history. With {@code q = level + phi * trend}: level {@code = q +
 * alpha * (y without season - q)}, trend {@code = phi * trend + beta * (y without season - q)},
 * season {@code += gamma * (y against q - season)}. The errors decide about the loss only.
 *
 * <p>Source: Hyndman, Koehler, Ord and Snyder (2008), chapter 2. Worked: without trend and season,
 * alpha 0.5, level 10, value 12: level 11, loss 1 * ln 4.
 */
final class Path {

  private static final int LOG_EVERY = 8;

  private final double[] history;
  private final double[] seasons;
  private final Form form;
  private double alpha;
  private double beta;
  private double gamma;
  private double phi;

  double level;
  double trend;

  Path(Form form, int season, double... history) {
    this.form = form;
    this.history = history;
    this.seasons = new double[form.season() == Season.NONE ? 1 : season];
  }

  /** Weights from a point of the search: alpha, then beta and gamma as shares, then phi. */
  void weights(double... point) {
    int next = 0;
    alpha = point[next++];
    beta = form.trend() == Trend.NONE ? 0 : alpha * point[next++];
    gamma = form.season() == Season.NONE ? 0 : (1 - alpha) * point[next++];
    phi = form.trend() == Trend.NONE ? 0 : form.trend() == Trend.DAMPED ? point[next] : 1;
  }

  void start(Start start) {
    level = start.level;
    trend = form.trend() == Trend.NONE ? 0 : start.trend;
    if (form.season() != Season.NONE) {
      System.arraycopy(start.seasons, 0, seasons, 0, seasons.length);
    }
  }

  /** Level and trend before the first value, and the season by place. */
  static final class Start {
    double level;
    double trend;
    double[] seasons;
  }

  /** The states as a start for another run. */
  Start states() {
    Start start = new Start();
    start.level = level;
    start.trend = trend;
    start.seasons = seasons.clone();
    return start;
  }

  /** Goes on from the end to the beginning, so that the start suits the early values. */
  void backwards() {
    trend = -trend;
    for (int i = history.length - 1; i >= 0; i--) {
      advance(i % seasons.length, history[i]);
    }
    level += phi * trend;
    trend = -trend;
  }

  /** Goes through the history; the loss is -2 log likelihood but for a constant. */
  double forwards() {
    boolean isRelative = form.error() == Error.MULTIPLICATIVE;
    double squares = 0;
    double logs = 0;
    double product = 1;
    int place = 0;
    for (int i = 0; i < history.length; i++) {
      double ahead = ahead(level + phi * trend, seasons[place]);
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
      advance(place, history[i]);
      place = place + 1 == seasons.length ? 0 : place + 1;
    }
    return history.length * Math.log(squares + Double.MIN_NORMAL) + 2 * (logs + Math.log(product));
  }

  private double ahead(double base, double season) {
    return switch (form.season()) {
      case NONE -> base;
      case ADDITIVE -> base + season;
      case MULTIPLICATIVE -> base * season;
    };
  }

  private void advance(int place, double value) {
    double base = level + phi * trend;
    double season = seasons[place];
    double adjusted = value;
    if (form.season() == Season.ADDITIVE) {
      adjusted = value - season;
      seasons[place] = season + gamma * (value - base - season);
    } else if (form.season() == Season.MULTIPLICATIVE) {
      adjusted = value / season;
      seasons[place] = season + gamma * (value / base - season);
    }
    level = base + alpha * (adjusted - base);
    trend = phi * trend + beta * (adjusted - base);
  }

  /** The expected values after the history, from the states at its end. */
  double[] continued(int steps) {
    double[] forecast = new double[steps];
    double base = level;
    double damped = trend;
    for (int step = 0; step < steps; step++) {
      damped *= phi;
      base += damped;
      forecast[step] = ahead(base, seasons[(history.length + step) % seasons.length]);
    }
    return forecast;
  }
}
