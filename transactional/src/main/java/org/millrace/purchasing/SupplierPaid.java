package org.millrace.purchasing;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.millrace.currency.PaymentDetail;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;
import org.millrace.shared.Money;
import org.millrace.tax.Settlement;

/** Money went to a supplier for an invoice, which is shown as it is afterwards. */
@EventType(value = "purchasing.supplier-paid", version = 2)
public record SupplierPaid(EventHead head, Payment payment, SupplierInvoice invoice)
    implements DomainEvent {
  /** Money out is positive; what reverses another payment is negative and has the reason. */
  public record Payment(
      String number,
      LocalDate date,
      Money amount,
      Currency currency,
      Optional<String> reverses,
      Optional<String> reason,
      Optional<Settlement> settlement,
      Optional<PaymentDetail> detail) {}
}
