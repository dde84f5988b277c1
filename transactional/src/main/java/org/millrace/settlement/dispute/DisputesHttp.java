package org.millrace.settlement.dispute;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.party.Companies;
import org.millrace.settlement.ItemKind;
import org.millrace.settlement.ItemRef;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("settlement.read")
@RequestMapping("/api/companies/{company}/settlement/disputes")
class DisputesHttp extends DocumentEndpoints<Dispute, DocumentNumber> {
  private final KeepDisputes keep;
  private final Companies companies;
  private final BusinessTime time;

  DisputesHttp(
      Documents<Dispute> disputes,
      DocumentHistory history,
      KeepDisputes keep,
      Companies companies,
      BusinessTime time) {
    super(disputes, history);
    this.keep = keep;
    this.companies = companies;
    this.time = time;
  }

  /** What of an item is disputed, all that is open without an amount, and who looks after it. */
  record Opening(
      ItemKind itemKind,
      String item,
      String reason,
      Optional<String> owner,
      @Amount Optional<BigDecimal> amount,
      Optional<Instant> occurredAt) {}

  /** The same of one that is open. */
  record Changing(
      String reason,
      Optional<String> owner,
      @Amount Optional<BigDecimal> amount,
      Optional<Instant> occurredAt) {}

  /** The credit note that resolves it. */
  record Resolving(String creditNote, Optional<Instant> occurredAt) {}

  /** Why it is rejected. */
  record Rejecting(String answer, Optional<Instant> occurredAt) {}

  @PostMapping
  @RequiresPermission("settlement.dispute")
  ResponseEntity<DocumentAnswer<Dispute>> open(
      @PathVariable CompanyCode company, @RequestBody Opening asked) {
    return created(
        keep.open(
            company,
            new ItemRef(asked.itemKind(), asked.item()),
            claim(company, asked.reason(), asked.owner(), asked.amount()),
            time.occurredAt(asked.occurredAt())));
  }

  @PutMapping("/{number}")
  @RequiresPermission("settlement.dispute")
  ResponseEntity<DocumentAnswer<Dispute>> change(
      Versioned<Dispute> before, @RequestBody Changing asked) {
    return ok(
        keep.change(
            before,
            claim(before.company(), asked.reason(), asked.owner(), asked.amount()),
            time.occurredAt(asked.occurredAt())));
  }

  @PostMapping("/{number}/resolve")
  @RequiresPermission("settlement.dispute")
  ResponseEntity<DocumentAnswer<Dispute>> resolve(
      Versioned<Dispute> before, @RequestBody Resolving asked) {
    return ok(keep.resolve(before, asked.creditNote(), time.occurredAt(asked.occurredAt())));
  }

  @PostMapping("/{number}/reject")
  @RequiresPermission("settlement.dispute")
  ResponseEntity<DocumentAnswer<Dispute>> refuse(
      Versioned<Dispute> before, @RequestBody Rejecting asked) {
    return ok(keep.reject(before, asked.answer(), time.occurredAt(asked.occurredAt())));
  }

  private Dispute.Claim claim(
      CompanyCode company, String reason, Optional<String> owner, Optional<BigDecimal> amount) {
    return new Dispute.Claim(
        reason, owner, amount.map(some -> Money.of(some, companies.named(company).currency())));
  }
}
