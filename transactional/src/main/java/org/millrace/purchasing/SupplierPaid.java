package org.millrace.purchasing;

import java.time.LocalDate;
import java.util.Currency;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;
import org.millrace.shared.Money;

/** Money went to a supplier for an invoice, which is shown as it is afterwards. */
@EventType("purchasing.supplier-paid")
public record SupplierPaid(EventHead head, Payment payment, SupplierInvoice invoice)
    implements DomainEvent {
  /** Money out; the amount is above zero. */
  public record Payment(String number, LocalDate date, Money amount, Currency currency) {}
}
