package org.millrace.stock.valuation;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Monthly weighted average (全月一次加权平均): all that leaves in a month leaves at (value at the start +
 * receipts of the month) / (quantity at the start + quantity received). A month without receipts
 * keeps the price; the issue that leaves nothing takes the rest of the value. The whole item is one
 * pool. Where the average of one is cut to some decimals, what that leaves stays in the stock.
 */
final class MonthlyAverage implements Costing {
  private final Currency currency;
  private final Optional<Integer> decimals;

  MonthlyAverage(Currency currency, Optional<Integer> decimals) {
    this.currency = currency;
    this.decimals = decimals;
  }

  @Override
  public Valuation value(List<Step> steps) {
    Map<String, List<Step>> months = new TreeMap<>();
    steps.forEach(
        step -> months.computeIfAbsent(step.when().month(), m -> new ArrayList<>()).add(step));
    MonthsOfItem item = new MonthsOfItem(currency, decimals);
    months.values().forEach(item::add);
    return item.valuation();
  }
}
