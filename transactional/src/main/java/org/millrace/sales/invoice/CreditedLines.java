package org.millrace.sales.invoice;

import java.util.Map;
import org.millrace.sales.InvoiceNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;

/** How much of each line of an invoice is credited. */
interface CreditedLines {
  /** What was credited before, by line. */
  Map<Integer, Quantity> of(CompanyCode company, InvoiceNumber number);

  /** Notes that so much more is credited now; the invoice must be locked. */
  void add(CompanyCode company, InvoiceNumber number, Map<Integer, Quantity> quantities);
}
