package org.millrace.sales.invoice;

import java.util.Map;
import java.util.Optional;
import org.millrace.sales.InvoiceNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;

/** How much of each line of an invoice is credited, and what became of a prepayment invoice. */
interface CreditedLines {
  /** What was credited before, by line. */
  Map<Integer, Quantity> of(CompanyCode company, InvoiceNumber number);

  /** Notes that so much more is credited now; the invoice must be locked. */
  void add(CompanyCode company, InvoiceNumber number, Map<Integer, Quantity> quantities);

  /** Whether there is a credit note to it. */
  boolean isCredited(CompanyCode company, InvoiceNumber number);

  /** The first invoice that deducts it as a prepayment. */
  Optional<InvoiceNumber> deductedBy(CompanyCode company, InvoiceNumber number);
}
