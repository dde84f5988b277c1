package org.millrace.purchasing.payment;

import java.time.Instant;
import java.util.Optional;
import org.millrace.currency.ExchangeRate;
import org.millrace.purchasing.SupplierInvoiceNumber;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.tax.Deductions;

/**
 * Money for a supplier's invoice, and what is deducted, both in the currency of the invoice.
 *
 * @param settledBy the document that settles several at once and tells where the money is, if any
 * @param rate of foreign money, where it is not the one of the day
 */
public record NewSupplierPayment(
    SupplierInvoiceNumber invoice,
    Money amount,
    Instant occurredAt,
    Deductions deductions,
    Optional<DocumentRef> settledBy,
    Optional<ExchangeRate> rate) {}
