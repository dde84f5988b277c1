package org.millrace.item;

import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;

/** How much of an item one piece of another takes: a line of the bill of material. */
public record Material(ItemCode item, Quantity quantity) {
  public Material {
    new Problems()
        .require(quantity.isPositive(), "quantity", quantity, "more than 0")
        .refuse("The material " + item + " cannot be used");
  }
}
