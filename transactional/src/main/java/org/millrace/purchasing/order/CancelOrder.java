package org.millrace.purchasing.order;

import java.time.Instant;
import java.util.List;
import org.millrace.outbox.Events;
import org.millrace.purchasing.OrderCancelled;
import org.millrace.shared.Code;

/** Gives up what has not arrived of an order. */
public final class CancelOrder {
  private final Orders orders;
  private final Events events;

  CancelOrder(Orders orders, Events events) {
    this.orders = orders;
    this.events = events;
  }

  /** The order as it is afterwards. */
  public KeptOrder cancelled(KeptOrder kept, String reason, Instant occurredAt) {
    String why = Code.checked("reason", reason, 200);
    KeptOrder next = kept.next(kept.order().cancelled());
    orders.change(next);
    events.publish(List.of(new OrderCancelled(next.head(occurredAt), next.order(), why)));
    return next;
  }
}
