package org.millrace.sourcing.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.currency.AskedCurrency;
import org.millrace.currency.ExchangeRate;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.PartyCode;
import org.millrace.shared.CompanyCode;
import org.millrace.sourcing.Award;
import org.millrace.sourcing.Offer;
import org.millrace.sourcing.RequestForQuotation;
import org.millrace.sourcing.RequestNumber;
import org.millrace.web.BusinessTime;
import org.millrace.web.Confirmation;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("sourcing.read")
@RequestMapping("/api/companies/{company}/sourcing/requests")
class RequestsHttp extends DocumentEndpoints<RequestForQuotation, RequestNumber> {
  private final IssueRequest issue;
  private final AnswerRequest answer;
  private final AwardRequest award;
  private final BusinessTime time;

  RequestsHttp(
      Documents<RequestForQuotation> requests,
      DocumentHistory history,
      Verbs verbs,
      BusinessTime time) {
    super(requests, history);
    this.issue = verbs.issue();
    this.answer = verbs.answer();
    this.award = verbs.award();
    this.time = time;
  }

  /** What is done with requests. */
  record Verbs(IssueRequest issue, AnswerRequest answer, AwardRequest award) {}

  /** What is wanted, whom to ask, and until when they may answer. */
  record Issuing(
      LocalDate answerBy,
      List<IssueRequest.WantedLine> lines,
      List<PartyCode> suppliers,
      Optional<String> note,
      Optional<Instant> occurredAt) {}

  /**
   * What a supplier offers by line; prices in another currency than the company's name it, and the
   * rate where it is not the one of the day.
   */
  record Answering(
      PartyCode supplier,
      LocalDate validUntil,
      Optional<Currency> currency,
      Optional<ExchangeRate> rate,
      List<Offer.Told> lines,
      Optional<Instant> occurredAt) {
    AnswerRequest.Told told() {
      return new AnswerRequest.Told(
          supplier, validUntil, currency.map(asked -> new AskedCurrency(asked, rate)), lines);
    }
  }

  /** Whose offer is taken back. */
  record Withdrawing(PartyCode supplier, Optional<Instant> occurredAt) {}

  /** The last day from now on, and who is asked besides. */
  record Extending(
      LocalDate answerBy, Optional<List<PartyCode>> suppliers, Optional<Instant> occurredAt) {}

  /** Who gets all lines, and who gets one; a line of nobody is not bought. */
  record Awarding(
      Optional<PartyCode> supplier,
      Optional<List<Award.Choice>> lines,
      Optional<Boolean> confirmed,
      Optional<Instant> occurredAt) {
    AwardRequest.Chosen chosen() {
      return new AwardRequest.Chosen(supplier, lines.orElse(List.of()));
    }
  }

  /** Why nothing is bought by it. */
  record Cancelling(String reason, Optional<Instant> occurredAt) {}

  @PostMapping
  @RequiresPermission("sourcing.write")
  ResponseEntity<DocumentAnswer<RequestForQuotation>> issue(
      @PathVariable CompanyCode company, @RequestBody Issuing issuing) {
    return created(
        issue.issue(
            company,
            new IssueRequest.Call(issuing.answerBy(), issuing.suppliers(), issuing.note()),
            issuing.lines(),
            time.occurredAt(issuing.occurredAt())));
  }

  /** Notes an offer; what the supplier offered before counts no more. */
  @PostMapping("/{number}/answer")
  @RequiresPermission("sourcing.write")
  ResponseEntity<DocumentAnswer<RequestForQuotation>> answer(
      Versioned<RequestForQuotation> request, @RequestBody Answering answering) {
    return ok(answer.answer(request, answering.told(), time.occurredAt(answering.occurredAt())));
  }

  /** Takes an offer back that was noted by mistake, or that the supplier does not stand to. */
  @PostMapping("/{number}/withdraw")
  @RequiresPermission("sourcing.write")
  ResponseEntity<DocumentAnswer<RequestForQuotation>> withdraw(
      Versioned<RequestForQuotation> request, @RequestBody Withdrawing withdrawing) {
    return ok(
        answer.withdraw(
            request, withdrawing.supplier(), time.occurredAt(withdrawing.occurredAt())));
  }

  @PostMapping("/{number}/extend")
  @RequiresPermission("sourcing.write")
  ResponseEntity<DocumentAnswer<RequestForQuotation>> extend(
      Versioned<RequestForQuotation> request, @RequestBody Extending extending) {
    return ok(
        answer.extend(
            request,
            extending.answerBy(),
            extending.suppliers().orElse(List.of()),
            time.occurredAt(extending.occurredAt())));
  }

  /** Places one order with each supplier chosen, at the prices that he offered. */
  @PostMapping("/{number}/award")
  @RequiresPermission("purchasing.order")
  ResponseEntity<DocumentAnswer<RequestForQuotation>> award(
      Versioned<RequestForQuotation> request, @RequestBody Awarding awarding) {
    return ok(
        Confirmation.by(
            awarding.confirmed(),
            () -> award.award(request, awarding.chosen(), time.occurredAt(awarding.occurredAt()))));
  }

  @PostMapping("/{number}/cancel")
  @RequiresPermission("sourcing.write")
  ResponseEntity<DocumentAnswer<RequestForQuotation>> cancel(
      Versioned<RequestForQuotation> request, @RequestBody Cancelling cancelling) {
    return ok(award.cancel(request, cancelling.reason(), time.occurredAt(cancelling.occurredAt())));
  }
}
