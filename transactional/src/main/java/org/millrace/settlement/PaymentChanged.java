package org.millrace.settlement;

import java.time.LocalDate;
import java.util.List;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/**
 * A payment of a party was posted, its money on account used, or it was reversed.
 *
 * @param date the day of it
 * @param postings what it moves in the books; together 0
 */
@EventType("settlement.payment-changed")
public record PaymentChanged(
    EventHead head, PartyPayment payment, LocalDate date, List<Posting> postings)
    implements DomainEvent {
  public PaymentChanged {
    postings = List.copyOf(postings);
  }
}
