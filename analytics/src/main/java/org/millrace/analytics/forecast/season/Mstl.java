package org.millrace.analytics.forecast.season;

import java.util.Optional;
import org.millrace.analytics.forecast.ForecastMethod;

/**
 * Takes several seasons out, the shortest first and each again with the others removed, lets a
 * method continue what is left, and puts the last year of each season back. Each season is found by
 * STL and may change over the years.
 *
 * <p>Source: Bandara, Hyndman and Bergmeir (2021), with wider windows, because few weeks of hours
 * tell little of change. Worked: 11, 12 repeated, with 4 more in the second half of each 12, goes
 * on as before with the seasons 2 and 12 and the naive method.
 */
public final class Mstl implements ForecastMethod {

  private static final int ROUNDS = 2;
  private static final int FIRST_WINDOW = 35;
  private static final int WIDER = 4;

  private final ForecastMethod method;
  private final Optional<Seasons> seasons;

  private Mstl(ForecastMethod method, Optional<Seasons> seasons) {
    this.method = method;
    this.seasons = seasons;
  }

  /** Around a method for series without season, for the one season given with a history. */
  public static Mstl of(ForecastMethod method) {
    return new Mstl(method, Optional.empty());
  }

  /** The same for these seasons; the one given with a history is not looked at. */
  public static Mstl of(ForecastMethod method, Seasons seasons) {
    return new Mstl(method, Optional.of(seasons));
  }

  @Override
  public String title() {
    return method.title();
  }

  @Override
  public double[] forecast(double[] history, int season, int steps) {
    Seasons shown = seasons.orElseGet(() -> Seasons.of(season)).shownIn(history.length);
    double[][] parts = parts(shown, history);
    double[] rest = history;
    for (double[] part : parts) {
      rest = Stl.less(rest, part);
    }
    double[] forecast = method.forecast(rest, 1, steps);
    for (int k = 0; k < parts.length; k++) {
      int length = shown.steps().get(k);
      for (int step = 0; step < steps; step++) {
        forecast[step] += parts[k][history.length - length + step % length];
      }
    }
    return forecast;
  }

  private static double[][] parts(Seasons shown, double... history) {
    int count = shown.steps().size();
    double[][] parts = new double[count][history.length];
    for (int round = 0; round < (count > 1 ? ROUNDS : 1); round++) {
      for (int k = 0; k < count; k++) {
        double[] others = history;
        for (int other = 0; other < count; other++) {
          others = other == k ? others : Stl.less(others, parts[other]);
        }
        parts[k] = Stl.season(shown.steps().get(k), FIRST_WINDOW + WIDER * k, others);
      }
    }
    return parts;
  }
}
