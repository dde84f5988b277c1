package org.millrace.sales.order;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.millrace.item.ItemCode;
import org.millrace.outbox.Events;
import org.millrace.sales.OrderNumber;
import org.millrace.sales.invoice.DueAgain;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;

/** Has an order deliver again what came back of it. */
final class ReopenOrder implements DueAgain {
  private final Orders orders;
  private final Events events;

  ReopenOrder(Orders orders, Events events) {
    this.orders = orders;
    this.events = events;
  }

  @Override
  public void order(
      CompanyCode company, OrderNumber number, Map<ItemCode, Quantity> back, Instant occurredAt) {
    for (KeptOrder held : orders.hold(company, List.of(number))) {
      KeptOrder next = held.next(held.order().dueAgain(back));
      orders.change(company, List.of(next));
      events.publish(List.of(new OrderReopened(next.head(company, occurredAt), next.order())));
    }
  }
}
