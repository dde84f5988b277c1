package org.millrace.stock.cost;

import java.time.Instant;
import java.util.Currency;
import org.millrace.document.DocumentKind;
import org.millrace.item.ItemCode;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;

/**
 * From a moment on one of an item costs so much, also of those that are there; of an item at
 * standard cost it is the new standard. The added value is what that made of the stock when it was
 * posted.
 */
public record CostChange(
    CostChangeNumber number,
    Instant changedAt,
    ItemCode item,
    String itemName,
    @Sensitive Money unitCost,
    @Sensitive Money addedValue,
    Currency currency,
    String reason) {
  /** Stored in stock.cost_change; numbered CC-000001. */
  public static final DocumentKind<CostChange> KIND =
      DocumentKind.of(CostChange.class, "stock", "cost-change")
          .numbered("CC")
          .searched("number", "item", "itemName", "reason")
          .sorted("-changedAt")
          .build();

  public CostChange {
    reason = reason.strip();
    new Problems()
        .require(!reason.isEmpty(), "reason", reason, "why it costs something else")
        .refuse("The cost of " + item + " cannot be changed");
  }
}
