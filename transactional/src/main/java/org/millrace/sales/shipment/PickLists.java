package org.millrace.sales.shipment;

import java.time.Instant;
import org.millrace.sales.OrderNumber;
import org.millrace.shared.CompanyCode;

/** The pick lists of open orders. */
public interface PickLists {
  /**
   * What is to be fetched for an order, of lots that are good at that moment, the first to expire
   * in front.
   *
   * @throws org.millrace.shared.Refused as not found when it wants no goods
   */
  PickList of(CompanyCode company, OrderNumber order, Instant moment);
}
