package org.millrace.sales.order;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.millrace.document.Documents;
import org.millrace.item.ItemCode;
import org.millrace.sales.OrderNumber;
import org.millrace.sales.SalesOrder;
import org.millrace.sales.invoice.DueAgain;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;

/** Has an order deliver again what came back of it. */
final class ReopenOrder implements DueAgain {
  private final Documents<SalesOrder> orders;

  ReopenOrder(Documents<SalesOrder> orders) {
    this.orders = orders;
  }

  @Override
  public void order(
      CompanyCode company, OrderNumber number, Map<ItemCode, Quantity> back, Instant occurredAt) {
    orders
        .lock(company, List.of(number))
        .forEach(
            before ->
                orders.change(
                    before, before.document().dueAgain(back), occurredAt, OrderReopened::new));
  }
}
