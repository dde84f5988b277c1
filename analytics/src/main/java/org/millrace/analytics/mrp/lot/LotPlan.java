package org.millrace.analytics.mrp.lot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What to order in which period so that every need is met in time, and what that costs. */
public final class LotPlan {

  private final List<Double> needs;
  private final List<Double> orders;

  private LotPlan(List<Double> needs, double[] orders) {
    this.needs = List.copyOf(needs);
    List<Double> copy = new ArrayList<>();
    for (double order : orders) {
      copy.add(order);
    }
    this.orders = Collections.unmodifiableList(copy);
  }

  /** Applies a rule to the net needs of consecutive periods. */
  public static LotPlan of(LotRule rule, List<Double> needs) {
    requireNeeds(needs);
    double[] plain = needs.stream().mapToDouble(Double::doubleValue).toArray();
    return rule instanceof LotRule.Timed timed
        ? timed(needs, timed.supplyPeriods(plain))
        : sized((LotRule.Sized) rule, needs);
  }

  /** The plan that costs least when costs differ from period to period (Wagner-Whitin). */
  public static LotPlan cheapest(List<Double> needs, LotCosts costs) {
    requireNeeds(needs);
    double[] plain = needs.stream().mapToDouble(Double::doubleValue).toArray();
    return timed(needs, new WagnerWhitinSearch(plain, costs).supplyPeriods());
  }

  /** The order of each period, 0 when there is none. */
  public List<Double> orders() {
    return orders;
  }

  /** The orders by period, counted from 1. */
  public SortedMap<Integer, Double> orderByPeriod() {
    SortedMap<Integer, Double> byPeriod = new TreeMap<>();
    for (int period = 0; period < orders.size(); period++) {
      if (orders.get(period) > 0) {
        byPeriod.put(period + 1, orders.get(period));
      }
    }
    return byPeriod;
  }

  /** Setup of each order, and holding of what is in stock at the end of each period. */
  public double cost(LotCosts costs) {
    double cost = 0;
    double stock = 0;
    for (int period = 0; period < orders.size(); period++) {
      stock += orders.get(period) - needs.get(period);
      cost += costs.holding(period) * stock;
      cost += orders.get(period) > 0 ? costs.setup(period) : 0;
    }
    return cost;
  }

  private static LotPlan timed(List<Double> needs, int[] supplyPeriods) {
    double[] orders = new double[needs.size()];
    for (int period = 0; period < orders.length; period++) {
      orders[supplyPeriods[period]] += needs.get(period);
    }
    return new LotPlan(needs, orders);
  }

  private static LotPlan sized(LotRule.Sized rule, List<Double> needs) {
    double[] orders = new double[needs.size()];
    double left = 0;
    for (int period = 0; period < orders.length; period++) {
      double missing = needs.get(period) - left;
      orders[period] = missing > 0 ? rule.quantity(missing) : 0;
      left += orders[period] - needs.get(period);
    }
    return new LotPlan(needs, orders);
  }

  private static void requireNeeds(List<Double> needs) {
    for (int period = 0; period < needs.size(); period++) {
      double need = needs.get(period);
      if (!(need >= 0) || Double.isInfinite(need)) {
        throw new IllegalArgumentException(
            "The need of period %d must be a number of 0 or more, got %s"
                .formatted(period + 1, need));
      }
    }
  }
}
