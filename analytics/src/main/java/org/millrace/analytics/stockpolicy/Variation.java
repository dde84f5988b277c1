package org.millrace.analytics.stockpolicy;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The coefficient of variation of weekly demand: sample deviation divided by mean. Worked: 8, 12,
 * 10, 10 has mean 10 and deviation √(8/3) = 1.633, so 0.163, class X.
 */
final class Variation {

  private Variation() {}

  /** Empty when fewer than two weeks are known or nothing was asked for. */
  static OptionalDouble of(List<Double> weeks) {
    double mean = weeks.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    if (weeks.size() < 2 || mean <= 0) {
      return OptionalDouble.empty();
    }
    double squares = weeks.stream().mapToDouble(week -> (week - mean) * (week - mean)).sum();
    return OptionalDouble.of(Math.sqrt(squares / (weeks.size() - 1)) / mean);
  }

  /** Demand whose variation is not known counts as erratic. */
  static XyzClass classOf(OptionalDouble variation, ClassBounds bounds) {
    double known = variation.orElse(Double.POSITIVE_INFINITY);
    if (known < bounds.xVariation()) {
      return XyzClass.X;
    }
    return known < bounds.yVariation() ? XyzClass.Y : XyzClass.Z;
  }
}
