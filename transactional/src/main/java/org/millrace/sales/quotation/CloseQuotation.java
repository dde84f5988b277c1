package org.millrace.sales.quotation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.sales.NewInvoice;
import org.millrace.sales.SalesOrder;
import org.millrace.sales.order.NewOrder;
import org.millrace.sales.order.PlaceOrders;
import org.millrace.shared.DomainEvent;

/**
 * Ends a held quotation: the customer takes it, declines it, or lets its last day pass. Taken, it
 * becomes one sales order with the same goods and prices, in the same transaction; each names the
 * other. The customer may name the day on which the goods are wanted.
 */
final class CloseQuotation {
  private final Companies companies;
  private final PlaceOrders placeOrders;
  private final Quotations quotations;
  private final Events events;

  CloseQuotation(
      Companies companies, PlaceOrders placeOrders, Quotations quotations, Events events) {
    this.companies = companies;
    this.placeOrders = placeOrders;
    this.quotations = quotations;
    this.events = events;
  }

  KeptQuotation accepted(
      KeptQuotation held, Optional<LocalDate> requestedDate, Instant occurredAt) {
    Quotation quotation = held.quotation();
    LocalDate day = day(held, occurredAt);
    quotation.requireAcceptable(day);
    SalesOrder order =
        placeOrders.placeOne(
            held.company(),
            new NewOrder(
                quotation.customer().code(),
                occurredAt,
                quotation.lines().stream()
                    .map(l -> new NewInvoice.Line(l.item(), l.quantity(), l.unitPrice().amount()))
                    .toList(),
                Optional.of(quotation.number()),
                requestedDate));
    KeptQuotation next = held.next(quotation.accepted(order.number(), day));
    return keep(next, new QuotationAccepted(next.head(occurredAt), next.quotation()));
  }

  KeptQuotation rejected(KeptQuotation held, String reason, Instant occurredAt) {
    KeptQuotation next = held.next(held.quotation().rejected(reason, day(held, occurredAt)));
    return keep(next, new QuotationRejected(next.head(occurredAt), next.quotation()));
  }

  KeptQuotation expired(KeptQuotation held, Instant occurredAt) {
    KeptQuotation next = held.next(held.quotation().expired(day(held, occurredAt)));
    return keep(next, new QuotationExpired(next.head(occurredAt), next.quotation()));
  }

  private KeptQuotation keep(KeptQuotation next, DomainEvent event) {
    quotations.change(next);
    events.publish(List.of(event));
    return next;
  }

  private LocalDate day(KeptQuotation held, Instant moment) {
    return companies.dayOf(held.company(), moment);
  }
}
