package org.millrace.stock;

import org.millrace.item.ItemCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;

/** Goods that a document brought in cost so much more (or, below 0, less) than was known then. */
public record CostCharge(DocumentRef document, ItemCode item, Money amount) {
  public CostCharge {
    new Problems()
        .require(!amount.isZero(), "amount", amount, "not 0")
        .require(amount.equals(amount.rounded()), "amount", amount, "no parts of the smallest coin")
        .refuse("The goods of " + document + " cannot be charged");
  }
}
