package org.millrace.stock;

import java.time.Instant;
import org.millrace.item.ItemCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;

/** From that moment on one of an item costs so much, also those that are there. */
public record NewCost(DocumentRef document, ItemCode item, Money unitCost, Instant occurredAt) {
  public NewCost {
    new Problems()
        .require(!unitCost.isNegative(), "unitCost", unitCost, "0 or more")
        .refuse("The cost of " + item + " cannot be changed");
  }
}
