package org.millrace.analytics.forecast.season;

import java.util.Arrays;
import org.millrace.analytics.forecast.ForecastMethod;
import org.millrace.analytics.forecast.smoothing.SeasonalNaive;
import org.millrace.analytics.forecast.smoothing.SimpleSmoothing;

/**
 * For a history that shows too little of a season to take it out: of more than one season and fewer
 * than three, of a season of more than 24 steps at most two. The mean of a method that sees no
 * season and of seasonal naive, weighted by how the level and the season of the first season
 * foretold what came after it (by their squared errors, squared), and by how much of that is known.
 *
 * <p>Source: weights by inverse errors, Bates and Granger, Operational Research Quarterly 20 (1969)
 * 451. The bounds and the powers were chosen on histories of hospitals and shops cut short. Worked:
 * 10, 20, 10, 20 with season 2: seasonal naive was right and takes all the weight but for the
 * unknown part, 2 / (2 + 0.1 * 2) = 0.909.
 */
public final class ShortSeason implements ForecastMethod {

  private static final int LONG_SEASON = 24;
  private static final double KNOWN_FOR_HALF = 0.1;

  private final ForecastMethod method;

  public ShortSeason(ForecastMethod method) {
    this.method = method;
  }

  /** Whether the history is that short for the season. */
  public static boolean isMeant(double[] history, int season) {
    int most = season > LONG_SEASON ? 2 * season : 3 * season - 1;
    return season > 1 && history.length > season && history.length <= most;
  }

  @Override
  public String title() {
    return method.title();
  }

  @Override
  public double[] forecast(double[] history, int season, int steps) {
    if (!isMeant(history, season)) {
      return method.forecast(history, season, steps);
    }
    double[] forecast = method.forecast(history, 1, steps);
    double weight = weight(history, season);
    double[] seasonal = new SeasonalNaive().forecast(history, season, steps);
    for (int step = 0; step < steps; step++) {
      forecast[step] += weight * (seasonal[step] - forecast[step]);
    }
    return forecast;
  }

  static double weight(double[] history, int season) {
    double level = new SimpleSmoothing().forecast(Arrays.copyOf(history, season), 1, 1)[0];
    double ofLevel = 0;
    double ofSeason = 0;
    for (int i = season; i < history.length; i++) {
      ofLevel += (history[i] - level) * (history[i] - level);
      ofSeason += (history[i] - history[i - season]) * (history[i] - history[i - season]);
    }
    double known = history.length - season;
    double share = ofLevel == 0 ? 0 : 1 / (1 + Math.pow(ofSeason / ofLevel, 2));
    return share * known / (known + KNOWN_FOR_HALF * season);
  }
}
