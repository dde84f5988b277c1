package org.millrace.settlement.item;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.millrace.party.PartyCode;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.sales.Invoice;
import org.millrace.settlement.ItemRef;
import org.millrace.settlement.OpeningItem;
import org.millrace.settlement.PartyPayment;
import org.millrace.shared.Money;

/**
 * An item that is locked.
 *
 * @param open in the currency of its document, above 0 where it is owed to the company
 * @param kept the discount for who pays all of it on a day, with the sign of the item
 */
public record HeldItem(
    ItemRef ref,
    PartyCode party,
    String partyName,
    Money open,
    Function<LocalDate, Optional<Money>> kept) {
  static HeldItem of(ItemRef ref, Invoice invoice) {
    return new HeldItem(
        ref,
        invoice.customer().code(),
        invoice.customer().name(),
        invoice.documentOpen(),
        invoice::earlyDiscount);
  }

  static HeldItem of(ItemRef ref, SupplierInvoice invoice) {
    return new HeldItem(
        ref,
        invoice.supplier().code(),
        invoice.supplier().name(),
        invoice.documentOpen().negated(),
        day -> invoice.earlyDiscount(day).map(Money::negated));
  }

  static HeldItem of(ItemRef ref, PartyPayment payment) {
    return new HeldItem(
        ref,
        payment.party(),
        payment.partyName(),
        payment.direction().signed(payment.documentOpen()).negated(),
        day -> Optional.empty());
  }

  static HeldItem of(ItemRef ref, OpeningItem item) {
    return new HeldItem(
        ref, item.party(), item.partyName(), item.documentOpen(), day -> Optional.empty());
  }

  /** The same when another amount is open; a discount is for who pays all at once. */
  public HeldItem opened(Money left) {
    return new HeldItem(ref, party, partyName, left, day -> Optional.empty());
  }
}
