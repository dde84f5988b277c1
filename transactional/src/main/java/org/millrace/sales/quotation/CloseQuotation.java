package org.millrace.sales.quotation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.price.DocumentDiscount;
import org.millrace.sales.SalesOrder;
import org.millrace.sales.master.AgreedCurrency;
import org.millrace.sales.master.AskedLine;
import org.millrace.sales.order.PlaceOrder;

/**
 * Ends a quotation: the customer takes it, declines it, or lets its last day pass. Taken, it
 * becomes one sales order with the same goods and prices in the same currency, at the rate of the
 * day on which it is taken, in the same transaction; each names the other. The customer may name
 * the day on which the goods are wanted.
 */
final class CloseQuotation {
  private final Companies companies;
  private final PlaceOrder placeOrder;
  private final Documents<Quotation> quotations;

  CloseQuotation(Companies companies, PlaceOrder placeOrder, Documents<Quotation> quotations) {
    this.companies = companies;
    this.placeOrder = placeOrder;
    this.quotations = quotations;
  }

  Versioned<Quotation> accept(
      Versioned<Quotation> before, Optional<LocalDate> requestedDate, Instant occurredAt) {
    Quotation quotation = before.document();
    LocalDate day = day(before, occurredAt);
    quotation.requireAcceptable(day);
    PlaceOrder.Asked wanted =
        new PlaceOrder.Asked(
            quotation.lines().stream().map(CloseQuotation::taken).toList(),
            AgreedCurrency.Asked.of(quotation.money().paper()),
            Optional.of(quotation.number()),
            requestedDate,
            Optional.empty(),
            Optional.empty(),
            quotation.documentDiscount().map(DocumentDiscount::percent));
    SalesOrder order =
        placeOrder
            .place(before.company(), quotation.customer().code(), wanted, occurredAt)
            .document();
    Quotation after = quotation.accepted(order.number(), day);
    return quotations.change(before, after, occurredAt, QuotationAccepted::new);
  }

  private static AskedLine taken(Quotation.Line line) {
    return new AskedLine(
        line.item(),
        line.quantity(),
        Optional.empty(),
        Optional.of(line.paperPrice()),
        line.taxCode(),
        Optional.empty(),
        line.dimensions());
  }

  Versioned<Quotation> reject(Versioned<Quotation> before, String reason, Instant occurredAt) {
    Quotation after = before.document().rejected(reason, day(before, occurredAt));
    return quotations.change(before, after, occurredAt, QuotationRejected::new);
  }

  Versioned<Quotation> expire(Versioned<Quotation> before, Instant occurredAt) {
    Quotation after = before.document().expired(day(before, occurredAt));
    return quotations.change(before, after, occurredAt, QuotationExpired::new);
  }

  private LocalDate day(Versioned<Quotation> quotation, Instant moment) {
    return companies.dayOf(quotation.company(), moment);
  }
}
