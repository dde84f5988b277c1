package org.millrace.analytics.forecast.drivers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What drives the demand of one item, step by step, over the past and over the steps to be
 * forecast, as far as it is planned: the number of steps, the columns and the steps that are closed
 * for sale. Immutable.
 */
public final class Drivers {

  private final int length;
  private final List<Driver> columns;
  private final BitSet closed;

  private Drivers(int length, List<Driver> columns, BitSet closed) {
    this.length = length;
    this.columns = List.copyOf(columns);
    this.closed = closed;
  }

  /** No driver yet, over this many steps. */
  public static Drivers over(int length) {
    if (length < 1) {
      throw new IllegalArgumentException("Drivers need at least 1 step, but got " + length + ".");
    }
    return new Drivers(length, List.of(), new BitSet());
  }

  /** With one more: 1 (or a part) where it is on, 0 where not. */
  public Drivers withFlag(String name, double... values) {
    return with(new Driver(name, Driver.Reading.FACTOR, checked(name, values)));
  }

  /**
   * With the price against the usual one: the logarithm of their ratio, so that its effect is an
   * elasticity. Worked: 80 against 100 is -0.2231; with elasticity -2 demand is 1.5625 times.
   */
  public Drivers withPrice(String name, double usual, double... prices) {
    double[] logs = checked(name, prices).clone();
    if (!(usual > 0)) {
      throw new IllegalArgumentException(
          "The usual price of '%s' must be above 0, but is %s.".formatted(name, usual));
    }
    for (int t = 0; t < length; t++) {
      if (!(prices[t] > 0)) {
        throw new IllegalArgumentException(
            "The price '%s' of step %d must be above 0, but is %s. Carry the last price on."
                .formatted(name, t, prices[t]));
      }
      logs[t] = Math.log(prices[t] / usual);
    }
    return with(new Driver(name, Driver.Reading.ELASTICITY, logs));
  }

  /** With steps closed for sale: nothing is learnt from them, and the forecast of them is 0. */
  public Drivers withClosed(BitSet steps) {
    BitSet all = (BitSet) closed.clone();
    all.or(steps);
    return new Drivers(length, columns, all);
  }

  /** With all columns and closed steps of another of the same length. */
  public Drivers withAll(Drivers others) {
    Drivers all = withClosed(others.closed);
    for (Driver column : others.columns) {
      all = all.with(new Driver(column.name(), column.reading(), checked(column)));
    }
    return all;
  }

  private Drivers with(Driver column) {
    if (names().contains(column.name())) {
      throw new IllegalArgumentException("There are two drivers named '" + column.name() + "'.");
    }
    List<Driver> all = new ArrayList<>(columns);
    all.add(column);
    return new Drivers(length, all, closed);
  }

  private double[] checked(Driver column) {
    return checked(column.name(), column.values());
  }

  private double[] checked(String name, double... values) {
    if (values.length != length) {
      throw new IllegalArgumentException(
          "The driver '%s' has %d values, but %d steps are covered."
              .formatted(name, values.length, length));
    }
    for (int t = 0; t < length; t++) {
      if (!Double.isFinite(values[t])) {
        throw new IllegalArgumentException(
            "The driver '%s' is %s at step %d. Give every step a number, planned ones too."
                .formatted(name, values[t], t));
      }
    }
    return values;
  }

  public int length() {
    return length;
  }

  public List<String> names() {
    return columns.stream().map(Driver::name).toList();
  }

  boolean isClosed(int step) {
    return closed.get(step);
  }

  int size() {
    return columns.size();
  }

  Driver column(int i) {
    return columns.get(i);
  }

  /** The sum of the values times their coefficients, the logarithm of their joint effect. */
  double[] joint(double... coefficients) {
    double[] joint = new double[length];
    for (int i = 0; i < coefficients.length; i++) {
      columns.get(i).addTo(joint, coefficients[i]);
    }
    return joint;
  }

  /** The first steps only. */
  Drivers until(int end) {
    List<Driver> cut = new ArrayList<>();
    for (Driver column : columns) {
      cut.add(new Driver(column.name(), column.reading(), Arrays.copyOf(column.values(), end)));
    }
    return new Drivers(end, cut, closed.get(0, end));
  }
}
