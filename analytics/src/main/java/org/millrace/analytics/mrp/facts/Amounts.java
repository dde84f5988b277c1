package org.millrace.analytics.mrp.facts;

/** Checks quantities at the border. */
final class Amounts {

  /** Above it a millionth is no longer exact. */
  private static final double LARGEST = 1e9;

  private Amounts() {}

  static double positive(String name, double quantity) {
    if (!(quantity > 0 && quantity <= LARGEST)) {
      throw new IllegalArgumentException(
          "%s must be a number above 0, at most a billion, got %s".formatted(name, quantity));
    }
    return quantity;
  }

  static double notNegative(String name, double quantity) {
    if (!(quantity >= 0 && quantity <= LARGEST)) {
      throw new IllegalArgumentException(
          "%s must be a number from 0 to a billion, got %s".formatted(name, quantity));
    }
    return quantity;
  }
}
