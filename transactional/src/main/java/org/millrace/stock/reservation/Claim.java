package org.millrace.stock.reservation;

import org.millrace.item.ItemCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;

/** What a document will still move of an item: expected in (+) or wanted out (-). */
public record Claim(DocumentRef document, ItemCode item, LocationCode location, Quantity quantity) {
  /** How much it wants; nothing when goods are expected. */
  Quantity wanted() {
    return quantity.isNegative() ? quantity.negated() : Quantity.ZERO;
  }

  /** What is left of it after these goods moved: nothing when more moved than was planned. */
  Claim after(Quantity moved) {
    boolean sameWay = moved.isNegative() == quantity.isNegative();
    Quantity rest = sameWay ? quantity.minus(moved) : quantity;
    boolean over = rest.isNegative() != quantity.isNegative();
    return new Claim(document, item, location, over ? Quantity.ZERO : rest);
  }
}
