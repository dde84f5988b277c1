package org.millrace.sales.delivery;

import org.millrace.item.ItemCode;
import org.millrace.sales.InvoiceNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;

/** With which document the goods of an invoice left. */
public interface IssuedGoods {
  /** The latest delivery of its order that took the item out, or the invoice itself. */
  DocumentRef of(CompanyCode company, InvoiceNumber invoice, ItemCode item);
}
