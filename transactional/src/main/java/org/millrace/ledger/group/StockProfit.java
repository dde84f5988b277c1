package org.millrace.ledger.group;

import java.math.BigDecimal;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;

/**
 * What a sale inside a group earned on goods that the group still has: no profit of the group yet
 * (IFRS 10.B86). Price 500, cost 400, 30 % still there: 30 is eliminated, stock of 150 becomes 120,
 * 70 is earned.
 *
 * @param eliminated less stock, less profit; a loss below 0
 * @param stockBefore what the buyer has for the goods that are still there
 * @param groupProfit earned on those that are gone
 */
record StockProfit(Money eliminated, Money stockBefore, Money stockAfter, Money groupProfit) {

  /** Of a sale in the currency of the group; a share of 0 is all sold on, 1 nothing. */
  static StockProfit of(Money price, Money cost, BigDecimal unsoldShare) {
    new Problems()
        .require(
            unsoldShare.signum() >= 0 && unsoldShare.compareTo(BigDecimal.ONE) <= 0,
            "unsoldShare",
            unsoldShare,
            "a share from 0 to 1, such as 0.3 for 30 %")
        .refuse("The profit in stock cannot be worked out");
    Money profit = price.minus(cost);
    Money eliminated = profit.times(unsoldShare).rounded();
    Money stock = price.times(unsoldShare).rounded();
    return new StockProfit(
        eliminated, stock, stock.minus(eliminated), profit.minus(eliminated).rounded());
  }
}
