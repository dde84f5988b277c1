package org.millrace.analytics.demand;

/**
 * Repeats the value of one season ago; with a season of 1, or while the history is shorter than a
 * season, the last value. It is the yardstick for the others.
 */
final class SeasonalNaive implements ForecastMethod {

  private final int season;

  SeasonalNaive(int season) {
    this.season = season;
  }

  @Override
  public String title() {
    return season == 1 ? "Naive" : "Seasonal naive";
  }

  @Override
  public double[] forecast(double[] history, int steps) {
    int back = history.length < season ? 1 : season;
    double[] forecast = new double[steps];
    for (int step = 0; step < steps; step++) {
      forecast[step] = history[history.length - back + step % back];
    }
    return forecast;
  }
}
