package org.millrace.analytics.mrp;

/** Quantities as whole millionths, so that sums do not depend on their order. */
final class Millionths {

  private static final double ONE = 1e6;
  private static final double LARGEST = 4e18;
  private static final double MOST_TAKEN = 1e18;

  private Millionths() {}

  static long of(double units) {
    return whole(units * ONE);
  }

  static double units(long millionths) {
    return millionths / ONE;
  }

  /**
   * So many units each take a quantity. Bills of absurd figures multiply without end; a trillion
   * units stand for all that is more, so that one such bill does not stop the plan of the others.
   */
  static long times(long millionths, double each) {
    return whole(Math.min(MOST_TAKEN, millionths * each));
  }

  /** The place in a row of a length that stands where the place stands in a row of another one. */
  static long scaled(long place, long from, long to) {
    return (long) Math.rint((double) place / from * to);
  }

  private static long whole(double millionths) {
    if (!(Math.abs(millionths) < LARGEST)) {
      throw new IllegalArgumentException(
          "A planned quantity of %s units is too large; correct the bills or demands behind it"
              .formatted(millionths / ONE));
    }
    return Math.round(millionths);
  }
}
