package org.millrace.sales.invoice;

import java.time.LocalDate;
import org.millrace.sales.InvoiceNumber;

/** A correction of an invoice, and the line of the invoice whose cost it changes. */
record CorrectedLine(
    InvoiceNumber invoice, int ofLine, LocalDate date, InvoiceCostCorrected.Line line) {}
