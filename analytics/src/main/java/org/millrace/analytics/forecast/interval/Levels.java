package org.millrace.analytics.forecast.interval;

import java.util.List;

/** The per cent of actual values that intervals are to hold, such as 80 and 95. */
public record Levels(List<Integer> percents) {

  /** 80 and 95 %. */
  public static final Levels USUAL = new Levels(List.of(80, 95));

  public Levels {
    percents = List.copyOf(percents);
    for (int percent : percents) {
      if (percent < 1 || percent > 99) {
        throw new IllegalArgumentException(
            "A level is a per cent from 1 to 99, but one is " + percent);
      }
    }
  }

  /** As fractions of 1. */
  double[] shares() {
    return percents.stream().mapToDouble(percent -> percent / 100.0).toArray();
  }
}
