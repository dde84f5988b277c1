package org.millrace.analytics.forecast.drivers;

/** One driver: its value at each step, and how its coefficient is to be read. */
final class Driver {

  /** How the coefficient b of a driver acts on demand. */
  enum Reading {
    /** Demand is {@code e^b} times where the driver is 1. */
    FACTOR,
    /** Demand is {@code (price / usual)^b} times. */
    ELASTICITY
  }

  private final String name;
  private final Reading reading;
  private final double[] values;

  Driver(String name, Reading reading, double... values) {
    this.name = name;
    this.reading = reading;
    this.values = values.clone();
  }

  String name() {
    return name;
  }

  Reading reading() {
    return reading;
  }

  double[] values() {
    return values.clone();
  }

  double at(int step) {
    return values[step];
  }

  void addTo(double[] sums, double coefficient) {
    for (int t = 0; t < sums.length; t++) {
      sums[t] += coefficient * values[t];
    }
  }
}
