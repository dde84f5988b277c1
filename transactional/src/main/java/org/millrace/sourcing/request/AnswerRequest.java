package org.millrace.sourcing.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.currency.AskedCurrency;
import org.millrace.currency.Rates;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.party.PartyCode;
import org.millrace.sourcing.Answer;
import org.millrace.sourcing.Offer;
import org.millrace.sourcing.RequestAnswered;
import org.millrace.sourcing.RequestChanged;
import org.millrace.sourcing.RequestForQuotation;

/** Notes what suppliers offer, takes it back, and asks longer or more of them. */
final class AnswerRequest {
  private final Documents<RequestForQuotation> requests;
  private final Companies companies;
  private final Rates rates;
  private final IssueRequest issue;

  AnswerRequest(
      Documents<RequestForQuotation> requests,
      Companies companies,
      Rates rates,
      IssueRequest issue) {
    this.requests = requests;
    this.companies = companies;
    this.rates = rates;
    this.issue = issue;
  }

  /** What a supplier offers, in his currency where one is named, and until when he stands to it. */
  record Told(
      PartyCode supplier,
      LocalDate validUntil,
      Optional<AskedCurrency> money,
      List<Offer.Told> lines) {}

  /** The request with the offer, its prices also at the rate of the day. */
  Versioned<RequestForQuotation> answer(
      Versioned<RequestForQuotation> before, Told told, Instant occurredAt) {
    RequestForQuotation request = before.document();
    LocalDate day = day(before, occurredAt);
    AskedCurrency money =
        told.money().orElse(new AskedCurrency(request.currency(), Optional.empty()));
    Answer answer =
        new Answer(
            day,
            told.validUntil(),
            money.currency(),
            rates.rate(
                before.company(),
                money.rate(),
                new Rates.Wanted(money.currency(), request.currency(), day)));
    RequestForQuotation after = request.answered(told.supplier(), answer, told.lines());
    return requests.change(before, after, occurredAt, RequestAnswered::new);
  }

  Versioned<RequestForQuotation> withdraw(
      Versioned<RequestForQuotation> before, PartyCode supplier, Instant occurredAt) {
    return requests.change(
        before, before.document().withdrawn(supplier), occurredAt, RequestChanged::new);
  }

  /** Sets another last day, and asks more suppliers. */
  Versioned<RequestForQuotation> extend(
      Versioned<RequestForQuotation> before,
      LocalDate until,
      List<PartyCode> more,
      Instant occurredAt) {
    String title =
        RequestForQuotation.KIND.titled(before.document().number()) + " cannot be extended so";
    RequestForQuotation after =
        before
            .document()
            .extended(
                until, issue.suppliers(before.company(), more, title), day(before, occurredAt));
    return requests.change(before, after, occurredAt, RequestChanged::new);
  }

  private LocalDate day(Versioned<RequestForQuotation> request, Instant moment) {
    return companies.dayOf(request.company(), moment);
  }
}
