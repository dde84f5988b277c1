package org.millrace.sales.rebate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.millrace.document.list.Listed;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.shared.Money.Amount;

/**
 * An invoice or credit note that counts for a rebate agreement.
 *
 * @param id joins agreement and document
 * @param credits the invoice that it takes back, on whose day it counts
 * @param countedDate the day on which it counts
 * @param turnover of its lines that count, without tax
 * @param late whether it came after the agreement was settled
 */
@Listed(
    searched = {"agreement", "document", "credits"},
    sorted = "-invoiceDate",
    key = "id")
record RebateDocument(
    String id,
    RebateNumber agreement,
    InvoiceNumber document,
    Invoice.Kind kind,
    LocalDate invoiceDate,
    Optional<InvoiceNumber> credits,
    LocalDate countedDate,
    @Amount(in = "currency") BigDecimal turnover,
    Currency currency,
    boolean late) {}
