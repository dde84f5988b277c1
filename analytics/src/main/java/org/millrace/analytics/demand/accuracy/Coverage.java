package org.millrace.analytics.demand.accuracy;

/**
 * How many of the periods that were compared lay within their interval. Worked: 19 of 20 within the
 * 95 % interval is 0.95.
 */
public record Coverage(int periods, int inside80, int inside95) {

  /** Nothing compared yet. */
  public static final Coverage NONE = new Coverage(0, 0, 0);

  /** Both together. */
  public Coverage plus(Coverage other) {
    return new Coverage(
        periods + other.periods, inside80 + other.inside80, inside95 + other.inside95);
  }
}
