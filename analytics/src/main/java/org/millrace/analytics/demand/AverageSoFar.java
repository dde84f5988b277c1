package org.millrace.analytics.demand;

import java.util.Arrays;

/** The mean of all weeks seen: what an item gets while it is too young for the other methods. */
final class AverageSoFar implements ForecastMethod {

  @Override
  public String title() {
    return "Average so far";
  }

  @Override
  public double[] forecast(double[] history, int steps) {
    double[] forecast = new double[steps];
    Arrays.fill(forecast, Arrays.stream(history).sum() / history.length);
    return forecast;
  }
}
