package org.millrace.analytics.forecast.newitem;

import java.util.Optional;

/**
 * What a planner expects of a new item: its mean demand a step, and how far off such numbers were,
 * as a part of them (0.5: half as much again, two thirds of the time).
 */
public record Expectation(double mean, double error) {

  /** No number from a planner. */
  public static final Optional<Expectation> NONE = Optional.empty();

  public Expectation {
    if (!(mean > 0 && error > 0) || Double.isInfinite(mean) || Double.isInfinite(error)) {
      throw new IllegalArgumentException(
          "A planner's number and its error must be above 0, but are %s and %s."
              .formatted(mean, error));
    }
  }
}
