package org.millrace.sales.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.millrace.outbox.Events;
import org.millrace.sales.OrderRescheduled;
import org.millrace.shared.CompanyCode;

/** Moves what is left to deliver of an order to another day that the customer wants. */
final class RescheduleOrder {
  private final Orders orders;
  private final Events events;

  RescheduleOrder(Orders orders, Events events) {
    this.orders = orders;
    this.events = events;
  }

  KeptOrder reschedule(
      CompanyCode company, KeptOrder held, LocalDate requested, Instant occurredAt) {
    KeptOrder changed = held.next(held.order().rescheduled(requested));
    orders.change(company, List.of(changed));
    events.publish(
        List.of(new OrderRescheduled(changed.head(company, occurredAt), changed.order())));
    return changed;
  }
}
