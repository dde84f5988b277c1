package org.millrace.sourcing.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.millrace.currency.AskedCurrency;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.party.PartyCode;
import org.millrace.purchasing.Demand;
import org.millrace.purchasing.NewPurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.Purchasing;
import org.millrace.sourcing.Answer;
import org.millrace.sourcing.Award;
import org.millrace.sourcing.RequestAwarded;
import org.millrace.sourcing.RequestChanged;
import org.millrace.sourcing.RequestForQuotation;
import org.millrace.sourcing.Requisition;
import org.millrace.sourcing.RequisitionChanged;

/**
 * Takes offers: each supplier gets one order at the prices that he offered, in his currency at the
 * rate of the day, promised for the day on which the last of its lines arrives by his lead times.
 * The requisition behind the request names the orders; it is open again where something is left.
 */
final class AwardRequest {
  private final Documents<RequestForQuotation> requests;
  private final Documents<Requisition> requisitions;
  private final Companies companies;
  private final Purchasing purchasing;

  AwardRequest(
      Documents<RequestForQuotation> requests,
      Documents<Requisition> requisitions,
      Companies companies,
      Purchasing purchasing) {
    this.requests = requests;
    this.requisitions = requisitions;
    this.companies = companies;
    this.purchasing = purchasing;
  }

  /** One supplier for all lines, other ones for some. */
  record Chosen(Optional<PartyCode> forAll, List<Award.Choice> lines) {}

  Versioned<RequestForQuotation> award(
      Versioned<RequestForQuotation> before, Chosen chosen, Instant occurredAt) {
    RequestForQuotation request = before.document();
    LocalDate day = companies.dayOf(before.company(), occurredAt);
    Award award = Award.of(request, chosen.forAll(), chosen.lines(), day);
    Map<PartyCode, PurchaseOrderNumber> orders = new LinkedHashMap<>();
    for (PartyCode supplier : award.winners()) {
      NewPurchaseOrder wanted = order(request, supplier, award.of(request, supplier), day);
      orders.put(supplier, purchasing.place(before.company(), wanted, occurredAt).number());
    }
    RequestForQuotation after = request.awarded(award, orders, day);
    follow(before, r -> r.ordered(after.ordersByRequisitionLine(), day), occurredAt);
    return requests.change(before, after, occurredAt, RequestAwarded::new);
  }

  private static NewPurchaseOrder order(
      RequestForQuotation request, PartyCode supplier, List<Award.Won> won, LocalDate day) {
    Currency home = request.currency();
    int days = won.stream().mapToInt(one -> one.offer().leadTimeDays()).max().orElse(0);
    return new NewPurchaseOrder(
        supplier,
        Optional.of(day.plusDays(days)),
        Optional.of(new Demand("request-for-quotation", request.number().value())),
        won.stream()
            .map(
                one ->
                    new NewPurchaseOrder.Line(
                        one.line().item(),
                        one.offer().ordered(one.line().quantity()),
                        one.offer().offeredPrice()))
            .toList(),
        request
            .asked(supplier)
            .flatMap(RequestForQuotation.Asked::answer)
            .map(Answer::currency)
            .filter(currency -> !currency.equals(home))
            .map(currency -> new AskedCurrency(currency, Optional.empty())));
  }

  /** Gives a request up; the requisition behind it is open again. */
  Versioned<RequestForQuotation> cancel(
      Versioned<RequestForQuotation> before, String reason, Instant occurredAt) {
    LocalDate day = companies.dayOf(before.company(), occurredAt);
    RequestForQuotation after = before.document().cancelled(reason, day);
    follow(before, Requisition::reopened, occurredAt);
    return requests.change(before, after, occurredAt, RequestChanged::new);
  }

  private void follow(
      Versioned<RequestForQuotation> request, UnaryOperator<Requisition> act, Instant occurredAt) {
    request
        .document()
        .requisition()
        .map(List::of)
        .map(numbers -> requisitions.lock(request.company(), numbers))
        .ifPresent(
            found ->
                found.forEach(
                    one ->
                        requisitions.change(
                            one, act.apply(one.document()), occurredAt, RequisitionChanged::new)));
  }
}
