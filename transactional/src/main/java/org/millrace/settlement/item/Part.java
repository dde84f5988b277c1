package org.millrace.settlement.item;

import java.time.Instant;
import org.millrace.settlement.ItemRef;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.tax.Deductions;

/**
 * What is to be settled of an item, in the currency of its document, above 0 where it is owed to
 * the company.
 *
 * @param settledBy the document that asks for it
 */
public record Part(
    ItemRef item,
    Money money,
    Money discount,
    Money writeOff,
    DocumentRef settledBy,
    Instant occurredAt) {
  /** Money and deductions together. */
  public Money all() {
    return money.plus(discount).plus(writeOff);
  }

  Deductions deductions() {
    return new Deductions(discount, writeOff, Money.zero(discount.currency()));
  }
}
