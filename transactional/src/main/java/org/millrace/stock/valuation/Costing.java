package org.millrace.stock.valuation;

import java.util.Currency;
import java.util.List;
import org.millrace.item.CostingRule;

/**
 * A costing method: what each line of an item is worth, once all that happened is known. The values
 * of all lines ever, with what they cover and their differences, add up to the value of what is
 * there (IAS 2.25, CAS 1).
 */
public interface Costing {
  /** Values the steps of one item, which stand in the order in which they count. */
  Valuation value(List<Step> steps);

  /** The method that an item group names. */
  static Costing of(CostingRule rule, Currency currency) {
    return switch (rule.method()) {
      case MOVING_AVERAGE -> new Replay(currency, () -> new AveragePool(currency));
      case FIFO -> new Replay(currency, () -> new FifoPool(currency));
      case STANDARD -> new Replay(currency, () -> new StandardPool(currency));
      case MONTHLY_AVERAGE -> new MonthlyAverage(currency, rule.unitCostDecimals());
    };
  }
}
