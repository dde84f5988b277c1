package org.millrace.stock.valuation;

import java.util.Currency;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/**
 * What lies of an item in all locations together, its value, and its cost for one unit, which
 * outlives the stock: goods that come back are worth what the last ones were.
 */
public record ItemValue(Quantity onHand, Money value, Money averageCost) {
  /** An item that never moved. */
  public static ItemValue none(Currency currency) {
    return new ItemValue(Quantity.ZERO, Money.zero(currency), Money.zero(currency));
  }
}
