package org.millrace.analytics.mrp.lot;

import java.util.List;

/** What an order and what holding a unit to the next period cost, the same or period by period. */
public final class LotCosts {

  private final List<Double> setups;
  private final List<Double> holdings;

  private LotCosts(List<Double> setups, List<Double> holdings) {
    this.setups = setups;
    this.holdings = holdings;
  }

  /** The same in every period. */
  public static LotCosts even(double setup, double holding) {
    return byPeriod(List.of(setup), List.of(holding));
  }

  /** One figure a period; the last one holds for all later periods. */
  public static LotCosts byPeriod(List<Double> setups, List<Double> holdings) {
    requireCosts("Setup costs", setups);
    requireCosts("Holding costs", holdings);
    return new LotCosts(List.copyOf(setups), List.copyOf(holdings));
  }

  double setup(int period) {
    return setups.get(Math.min(period, setups.size() - 1));
  }

  /** Of a unit in stock at the end of the period. */
  double holding(int period) {
    return holdings.get(Math.min(period, holdings.size() - 1));
  }

  private static void requireCosts(String name, List<Double> costs) {
    if (costs.isEmpty() || costs.stream().anyMatch(cost -> !(cost >= 0) || cost.isInfinite())) {
      throw new IllegalArgumentException(
          "%s must be numbers of 0 or more, one at least, got %s".formatted(name, costs));
    }
  }
}
