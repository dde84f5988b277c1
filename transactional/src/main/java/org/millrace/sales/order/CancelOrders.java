package org.millrace.sales.order;

import java.time.Instant;
import java.util.List;
import org.millrace.outbox.Events;
import org.millrace.sales.OrderCancelled;
import org.millrace.shared.CompanyCode;

/** Gives up what was not delivered of orders. */
final class CancelOrders {
  private final Orders orders;
  private final Events events;

  CancelOrders(Orders orders, Events events) {
    this.orders = orders;
    this.events = events;
  }

  List<KeptOrder> cancel(CompanyCode company, List<KeptOrder> held, Instant occurredAt) {
    List<KeptOrder> changed =
        held.stream().map(kept -> kept.next(kept.order().cancelled())).toList();
    orders.change(company, changed);
    events.publish(
        changed.stream()
            .map(kept -> new OrderCancelled(kept.head(company, occurredAt), kept.order()))
            .toList());
    return changed;
  }
}
