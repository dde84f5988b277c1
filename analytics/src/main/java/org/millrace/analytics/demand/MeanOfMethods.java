package org.millrace.analytics.demand;

import java.util.List;

/** The plain mean of several methods, step by step (Clemen, 1989, on combining forecasts). */
final class MeanOfMethods implements ForecastMethod {

  private final List<ForecastMethod> methods;

  MeanOfMethods(List<ForecastMethod> methods) {
    this.methods = List.copyOf(methods);
  }

  @Override
  public String title() {
    return "Mean of methods";
  }

  @Override
  public double[] forecast(double[] history, int steps) {
    double[] sum = new double[steps];
    for (ForecastMethod method : methods) {
      double[] forecast = method.forecast(history, steps);
      for (int step = 0; step < steps; step++) {
        sum[step] += forecast[step] / methods.size();
      }
    }
    return sum;
  }
}
