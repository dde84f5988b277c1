package org.millrace.production;

import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/**
 * What a work order yields beside its item: it carries the share of the cost that its sales value
 * has of that of all goods made; a by-product without a price carries none.
 */
public record CoProduct(
    ItemCode item,
    String itemName,
    Quantity quantity,
    @Sensitive Money salesPrice,
    Quantity completedQuantity,
    @Sensitive Money completedCost) {

  /** So many more at that cost. */
  CoProduct completed(Quantity made, Money cost) {
    return new CoProduct(
        item,
        itemName,
        quantity,
        salesPrice,
        completedQuantity.plus(made),
        completedCost.plus(cost));
  }

  /** What was made of it cost so much more. */
  public CoProduct costing(Money more) {
    return completed(Quantity.ZERO, more);
  }

  boolean isDone() {
    return completedQuantity.compareTo(quantity) >= 0;
  }

  /** What is planned of one. */
  public record Planned(ItemCode item, Quantity quantity, Optional<Money> salesPrice) {}
}
