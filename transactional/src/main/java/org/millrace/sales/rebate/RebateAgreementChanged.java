package org.millrace.sales.rebate;

import java.time.LocalDate;
import java.util.Optional;
import org.millrace.sales.InvoiceNumber;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;
import org.millrace.shared.Money;

/**
 * A rebate was agreed on, or the agreement is now as this says.
 *
 * @param date the day of it in the company
 * @param accrued what the act accrues more, in the currency of the company; what credit notes pay
 *     out and invoices bill back is booked by those
 * @param reopened the credit note that is taken back, and the invoice that does so
 */
@EventType("sales.rebate-agreement-changed")
public record RebateAgreementChanged(
    EventHead head,
    RebateAgreement rebateAgreement,
    LocalDate date,
    Money accrued,
    Optional<Reopened> reopened)
    implements DomainEvent {
  /** What is set off against each other. */
  public record Reopened(InvoiceNumber creditNote, InvoiceNumber invoice) {}
}
