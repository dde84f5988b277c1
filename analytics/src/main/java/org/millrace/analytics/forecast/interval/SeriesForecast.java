package org.millrace.analytics.forecast.interval;

import java.util.List;

/** What is expected of a series, step by step, and by which method. */
public record SeriesForecast(String method, List<Step> steps) {

  public SeriesForecast {
    steps = List.copyOf(steps);
  }

  /** The expected value of one step and the intervals around it, in the order of the levels. */
  public record Step(double mean, List<Band> bands) {

    public Step {
      bands = List.copyOf(bands);
    }
  }

  /** The actual value lies within with the probability asked for. */
  public record Band(double low, double high) {}
}
