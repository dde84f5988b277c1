package org.millrace.analytics.forecast.newitem;

import java.util.Arrays;
import java.util.Map;

/**
 * How an item sold from its first step on, and what it is: attributes such as group, brand, size.
 */
public final class Launch {

  private final String item;
  private final Map<String, String> attributes;
  private final double[] demand;

  /**
   * @param demand from the launch on, one finite value a step, none negative
   */
  public Launch(String item, Map<String, String> attributes, double... demand) {
    this.item = item;
    this.attributes = Map.copyOf(attributes);
    this.demand = demand.clone();
    for (int t = 0; t < demand.length; t++) {
      if (!(demand[t] >= 0) || Double.isInfinite(demand[t])) {
        throw new IllegalArgumentException(
            "The demand of item %s at step %d after its launch is %s; a number from 0 on is needed."
                .formatted(item, t, demand[t]));
      }
    }
  }

  public String item() {
    return item;
  }

  int length() {
    return demand.length;
  }

  double at(int step) {
    return demand[step];
  }

  double mean(int steps) {
    return Arrays.stream(demand).limit(steps).sum() / steps;
  }

  double sum() {
    return Arrays.stream(demand).sum();
  }

  /**
   * The share of attributes that agree. Source: Gower (1971), for attributes that are names.
   * Worked: group and brand agree, size does not: 0.667.
   */
  double likeness(Launch other) {
    if (attributes.isEmpty()) {
      return 1;
    }
    long same =
        attributes.entrySet().stream()
            .filter(one -> one.getValue().equals(other.attributes.get(one.getKey())))
            .count();
    return (double) same / attributes.size();
  }
}
