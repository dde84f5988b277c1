package org.millrace.stock.valuation;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Monthly weighted average (全月一次加权平均): all that leaves in a month leaves at (value at the start +
 * receipts of the month) / (quantity at the start + quantity received). A month without receipts
 * keeps the price; the issue that leaves nothing takes the rest of the value. The whole item is one
 * pool.
 */
final class MonthlyAverage implements Costing {
  private final Currency currency;

  MonthlyAverage(Currency currency) {
    this.currency = currency;
  }

  @Override
  public Valuation value(List<Step> steps) {
    Map<String, List<Step>> months = new TreeMap<>();
    steps.forEach(
        step -> months.computeIfAbsent(step.when().month(), m -> new ArrayList<>()).add(step));
    MonthsOfItem item = new MonthsOfItem(currency);
    months.values().forEach(item::add);
    return item.valuation();
  }
}
