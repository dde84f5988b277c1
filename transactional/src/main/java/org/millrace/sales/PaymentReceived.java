package org.millrace.sales;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.millrace.currency.PaymentDetail;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;
import org.millrace.shared.Money;
import org.millrace.tax.Settlement;

/** Money came in for an invoice, or went back for a credit note; the header is as afterwards. */
@EventType("sales.payment-received")
public record PaymentReceived(EventHead head, Payment payment, Invoice.Header invoice)
    implements DomainEvent {
  /**
   * Money in is positive, a refund negative; what reverses another payment has its amount with the
   * other sign, and the reason. The settlement tells what was deducted and what that did to the
   * tax.
   */
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
