package org.millrace.ledger.posting;

import org.millrace.bank.BankBooking;
import org.millrace.bank.BankBookingChanged;
import org.millrace.bank.BookingStatus;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.NewEntry;

/**
 * What bookings of bank lines post besides payments: an expense with its tax, account by account.
 */
final class BankRule {
  static final PostingRule<BankBookingChanged> BOOKING =
      PostingRule.on(BankBookingChanged.class, BankRule::entry);

  private BankRule() {}

  private static NewEntry entry(BankBookingChanged event) {
    BankBooking booking = event.booking();
    String what = booking.status() == BookingStatus.POSTED ? "Bank: " : "Undone bank booking: ";
    NewEntry entry =
        NewEntry.of(
            "bank.booking-changed",
            event.head().occurredAt(),
            BankBooking.KIND.ref(booking.number()),
            what + booking.number() + " " + booking.words());
    for (BankBookingChanged.Posting each : event.postings()) {
      entry = entry.debitNamed(new AccountCode(each.account()), each.amount());
    }
    return entry;
  }
}
