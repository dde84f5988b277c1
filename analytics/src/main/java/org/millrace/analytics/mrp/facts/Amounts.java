package org.millrace.analytics.mrp.facts;

/** Checks quantities at the border. */
final class Amounts {

  /** The core keeps no larger stock; one document of it is at most a thousandth of that. */
  private static final double LARGEST = 1e12;

  private Amounts() {}

  static double positive(String name, double quantity) {
    if (!(quantity > 0 && quantity <= LARGEST)) {
      throw new IllegalArgumentException(
          "%s must be a number above 0, at most a trillion, got %s".formatted(name, quantity));
    }
    return quantity;
  }

  static double notNegative(String name, double quantity) {
    if (!(quantity >= 0 && quantity <= LARGEST)) {
      throw new IllegalArgumentException(
          "%s must be a number from 0 to a trillion, got %s".formatted(name, quantity));
    }
    return quantity;
  }
}
