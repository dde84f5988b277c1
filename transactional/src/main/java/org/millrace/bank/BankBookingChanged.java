package org.millrace.bank;

import java.time.LocalDate;
import java.util.List;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;
import org.millrace.shared.Money;

/**
 * Lines of bank statements were booked, or a booking was undone.
 *
 * @param date when it is posted
 * @param postings what it moves in the ledger besides its payments, debit above 0; together 0
 */
@EventType("bank.booking-changed")
public record BankBookingChanged(
    EventHead head, BankBooking booking, LocalDate date, List<Posting> postings)
    implements DomainEvent {
  public BankBookingChanged {
    postings = List.copyOf(postings);
  }

  /** An amount on an account, debit above 0. */
  public record Posting(String account, Money amount) {
    /** The same taken back. */
    public Posting negated() {
      return new Posting(account, amount.negated());
    }
  }
}
