package org.millrace.sales;

import java.time.Instant;
import org.millrace.shared.Money;

/** Money received for an invoice; a refund of a credit note is negative. */
public record NewPayment(InvoiceNumber invoice, Money amount, Instant occurredAt) {}
