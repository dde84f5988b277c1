package org.millrace.sales.prepayment;

import java.math.BigDecimal;
import java.util.List;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.OrderNumber;
import org.millrace.shared.CompanyCode;

/** The prepayment invoices of orders, and how much final invoices deducted of them. */
public interface Prepayments {
  /** Those of an order that are not credited, in the order of their numbers. */
  List<InvoiceNumber> of(CompanyCode company, OrderNumber order);

  /** What was deducted of one, tax included, in the currency of that invoice. */
  BigDecimal deducted(CompanyCode company, InvoiceNumber prepayment);
}
