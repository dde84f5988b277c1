package org.millrace.purchasing.match;

import java.util.ArrayList;
import java.util.List;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.Receipt;
import org.millrace.purchasing.receipt.ReceivedGoods;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/**
 * What lines of an order cost that are no goods: spent at the ordered price when the service is
 * confirmed, at that of the bill when it is billed. 10 hours confirmed at 80.00 and billed at 82.00
 * are 800.00 first and 20.00 then.
 */
public final class Expenses {
  private Expenses() {}

  /** By how much they cost more by what was done, line by line. */
  public static List<Receipt.Expense> of(PurchaseOrder order, Clearing clearing) {
    List<Receipt.Expense> expenses = new ArrayList<>();
    for (PurchaseOrder.Line line : order.lines()) {
      Money cost = cost(clearing, line.line(), Money.zero(order.currency()));
      line.account()
          .filter(account -> !cost.isZero())
          .map(on -> new Receipt.Expense(line.line(), line.item(), on, cost, line.dimensions()))
          .ifPresent(expenses::add);
    }
    return expenses;
  }

  /** What came of a line, and what bills said of it. */
  private static Money cost(Clearing clearing, int line, Money none) {
    Money cost = none;
    for (ReceivedGoods moved : clearing.moved()) {
      for (ReceivedGoods.Line each : moved.lines()) {
        cost = each.line() == line ? cost.plus(each.amount()) : cost;
      }
    }
    for (ReceiptMatch match : clearing.made()) {
      boolean isOf = match.place().line() == line && match.receipt().isPresent();
      cost = isOf ? cost.plus(match.difference()) : cost;
    }
    return cost;
  }

  /** The share of a quantity in what a line of a receipt cost, by what is billed of it. */
  public static Money share(Clearing clearing, ReceivedGoods receipt, int line, Quantity quantity) {
    Quantity whole = Quantity.ZERO;
    Money cost = Money.zero(receipt.currency());
    for (ReceivedGoods moved : clearing.receipts()) {
      boolean isOf =
          moved.number().equals(receipt.number())
              || moved.returns().filter(receipt.number()::equals).isPresent();
      for (ReceivedGoods.Line each : moved.lines()) {
        if (isOf && each.line() == line) {
          whole = whole.plus(each.quantity());
          cost = cost.plus(each.amount());
        }
      }
    }
    Money billed =
        clearing
            .matches(line)
            .filter(match -> match.receipt().filter(receipt.number()::equals).isPresent())
            .map(ReceiptMatch::difference)
            .reduce(Money.zero(receipt.currency()), Money::plus);
    return Clearing.share(cost.plus(billed), quantity, whole);
  }
}
