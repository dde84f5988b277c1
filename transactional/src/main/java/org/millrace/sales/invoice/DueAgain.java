package org.millrace.sales.invoice;

import java.time.Instant;
import java.util.Map;
import org.millrace.item.ItemCode;
import org.millrace.sales.OrderNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;

/** Has an order deliver again what its customer sent back; orders answer. */
public interface DueAgain {
  /**
   * Makes these quantities due again.
   *
   * @throws org.millrace.shared.Refused as conflict when the order is cancelled or never delivered
   *     them
   */
  void order(
      CompanyCode company, OrderNumber number, Map<ItemCode, Quantity> back, Instant occurredAt);
}
