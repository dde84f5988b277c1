package org.millrace.settlement.item;

import java.util.Optional;
import org.millrace.currency.Carried;
import org.millrace.settlement.ItemRef;
import org.millrace.shared.Money;

/**
 * What was settled of an item, above 0 where it was owed to the company.
 *
 * @param all money and deductions together, and what they were worth in the books
 * @param money the money alone, as it was worth in the books; the same of the deductions
 * @param payment the payment of that item alone, where there is one
 */
public record Settled(
    ItemRef item,
    Carried all,
    Money money,
    Money discount,
    Money writeOff,
    Optional<String> payment) {
  static Settled of(ItemRef item, Carried part) {
    Money none = Money.zero(part.home().currency());
    return new Settled(item, part, part.home(), none, none, Optional.empty());
  }
}
