package org.millrace.sales.invoice;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.millrace.sales.InvoiceNumber;
import org.millrace.shared.CompanyCode;

/** What goods of invoices turned out to cost. */
interface CostCorrections {
  /** A correction of an invoice, and the line of the invoice whose cost it changes. */
  record CorrectedLine(
      InvoiceNumber invoice, int ofLine, LocalDate date, InvoiceCostCorrected.Line line) {}

  /** How many corrections each invoice has; those without any are left out. */
  Map<InvoiceNumber, Integer> counted(CompanyCode company, Collection<InvoiceNumber> numbers);

  /** Adds the corrections, and their cost to the lines and headers, which must be held. */
  void add(CompanyCode company, List<CorrectedLine> corrections);
}
