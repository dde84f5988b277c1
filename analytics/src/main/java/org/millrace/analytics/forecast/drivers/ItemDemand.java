package org.millrace.analytics.forecast.drivers;

import java.util.Arrays;

/**
 * The demand of one item so far and what drives it, past and planned. A demand of NaN was not seen
 * (closed, or out of stock) and teaches nothing.
 */
public final class ItemDemand {

  private final String item;
  private final double[] demand;
  private final Drivers drivers;

  /**
   * @param demand one value a step, oldest first, not negative, or NaN where it was not seen
   * @param drivers over at least as many steps; those beyond can be forecast
   */
  public ItemDemand(String item, Drivers drivers, double... demand) {
    this.item = item;
    this.drivers = drivers;
    this.demand = demand.clone();
    if (demand.length == 0 || demand.length > drivers.length()) {
      throw new IllegalArgumentException(
          "Item %s has %d steps of demand, but drivers over %d. Give from 1 to %d."
              .formatted(item, demand.length, drivers.length(), drivers.length()));
    }
    for (int t = 0; t < demand.length; t++) {
      if (demand[t] < 0 || Double.isInfinite(demand[t])) {
        throw new IllegalArgumentException(
            "The demand of item %s at step %d is %s. Net returns first, or give NaN for unseen."
                .formatted(item, t, demand[t]));
      }
    }
  }

  public String item() {
    return item;
  }

  Drivers drivers() {
    return drivers;
  }

  int length() {
    return demand.length;
  }

  double at(int step) {
    return demand[step];
  }

  /** The steps that teach something, in order. */
  int[] seen() {
    int[] steps = new int[demand.length];
    int count = 0;
    for (int t = 0; t < demand.length; t++) {
      if (!Double.isNaN(demand[t]) && !drivers.isClosed(t)) {
        steps[count++] = t;
      }
    }
    return Arrays.copyOf(steps, count);
  }
}
