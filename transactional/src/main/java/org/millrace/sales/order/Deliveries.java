package org.millrace.sales.order;

import java.util.Map;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.sales.Delivery;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.OrderNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;

/** The deliveries of orders, with what their goods cost. */
interface Deliveries {
  /** Stores a delivery with the cost of each of its lines. */
  void add(CompanyCode company, OrderNumber order, Delivery delivery, Map<Integer, Money> costs);

  /**
   * Adds to the cost of what a delivery took of an item. When all that was delivered is invoiced,
   * the invoice to be corrected; else the next invoice will carry it.
   */
  Optional<InvoiceNumber> addCost(CompanyCode company, String delivery, ItemCode item, Money more);
}
