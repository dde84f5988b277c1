package org.millrace.sales;

import java.time.Instant;
import org.millrace.shared.Money;
import org.millrace.tax.Deductions;

/** Money received for an invoice, and what is deducted; for a credit note both are negative. */
public record NewPayment(
    InvoiceNumber invoice, Money amount, Instant occurredAt, Deductions deductions) {
  /** Nothing but money. */
  public NewPayment(InvoiceNumber invoice, Money amount, Instant occurredAt) {
    this(invoice, amount, occurredAt, Deductions.none(amount.currency()));
  }
}
