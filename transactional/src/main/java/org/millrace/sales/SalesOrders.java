package org.millrace.sales;

import org.millrace.shared.CompanyCode;

/** The sales orders of each company, for those who arrange what they need. */
public interface SalesOrders {
  /**
   * One order.
   *
   * @throws org.millrace.shared.Refused as not found
   */
  SalesOrder named(CompanyCode company, OrderNumber number);
}
