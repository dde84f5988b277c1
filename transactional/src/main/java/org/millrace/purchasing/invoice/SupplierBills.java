package org.millrace.purchasing.invoice;

import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.OpenPeriods.Happened;

/** Posts what suppliers bill, for other domains that learnt of it. */
public interface SupplierBills {
  /**
   * Posts a bill for an order.
   *
   * @throws org.millrace.shared.Refused as not found when there is no such order, as conflict when
   *     order and receipt do not bear out the bill or it was posted before
   */
  SupplierInvoice post(
      CompanyCode company, PurchaseOrderNumber order, Bill bill, Happened happened);
}
