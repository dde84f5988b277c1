package org.millrace.sales;

import java.time.Instant;
import java.util.Optional;
import org.millrace.currency.ExchangeRate;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.tax.Deductions;

/**
 * Money received for an invoice, and what is deducted, both in the currency of the invoice; for a
 * credit note both are negative.
 *
 * @param settledBy the document that settles several at once and tells where the money is, if any
 * @param rate of foreign money, where it is not the one of the day
 */
public record NewPayment(
    InvoiceNumber invoice,
    Money amount,
    Instant occurredAt,
    Deductions deductions,
    Optional<DocumentRef> settledBy,
    Optional<ExchangeRate> rate) {
  /** Nothing but money. */
  public NewPayment(InvoiceNumber invoice, Money amount, Instant occurredAt) {
    this(
        invoice,
        amount,
        occurredAt,
        Deductions.none(amount.currency()),
        Optional.empty(),
        Optional.empty());
  }
}
