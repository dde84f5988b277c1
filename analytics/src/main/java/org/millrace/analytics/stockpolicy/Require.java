package org.millrace.analytics.stockpolicy;

/** Checks at the border: a number that is none, infinite or out of range is named and refused. */
final class Require {

  private Require() {}

  static double notNegative(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "%s must be a number of 0 or more, got %s".formatted(name, value));
    }
    return value;
  }

  static double positive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "%s must be a number above 0, got %s".formatted(name, value));
    }
    return value;
  }

  /** A share strictly between nothing and all. */
  static double share(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(
          "%s must lie between 0 and 1, got %s".formatted(name, value));
    }
    return value;
  }
}
