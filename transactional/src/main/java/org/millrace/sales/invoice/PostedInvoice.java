package org.millrace.sales.invoice;

import java.time.Instant;
import org.millrace.sales.Invoice;

/** An invoice to be put on record, and when it happened. */
public record PostedInvoice(Invoice invoice, Instant occurredAt) {}
