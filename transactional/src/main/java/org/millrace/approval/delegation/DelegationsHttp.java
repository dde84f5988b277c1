package org.millrace.approval.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.millrace.approval.Delegation;
import org.millrace.approval.DelegationNumber;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.shared.CompanyCode;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("approval.read")
@RequestMapping("/api/companies/{company}/approval/delegations")
class DelegationsHttp extends DocumentEndpoints<Delegation, DelegationNumber> {
  private final Delegate delegate;
  private final BusinessTime time;

  DelegationsHttp(
      Documents<Delegation> stored, DocumentHistory history, Delegate delegate, BusinessTime time) {
    super(stored, history);
    this.delegate = delegate;
    this.time = time;
  }

  /** From the caller when nobody else is named. */
  record NewDelegation(
      Optional<String> fromUser,
      String toUser,
      LocalDate firstDay,
      LocalDate lastDay,
      Optional<String> note,
      Optional<Instant> occurredAt) {
    Delegate.Asked asked() {
      return new Delegate.Asked(fromUser, toUser, firstDay, lastDay, note);
    }
  }

  record Ending(Optional<Instant> occurredAt) {}

  @PostMapping
  @RequiresPermission("approval.decide")
  ResponseEntity<DocumentAnswer<Delegation>> make(
      @PathVariable CompanyCode company, @RequestBody NewDelegation asked) {
    return created(delegate.make(company, asked.asked(), time.occurredAt(asked.occurredAt())));
  }

  /** It holds no longer. */
  @PostMapping("/{number}/end")
  @RequiresPermission("approval.decide")
  ResponseEntity<DocumentAnswer<Delegation>> end(
      Versioned<Delegation> delegation, @RequestBody Ending asked) {
    return ok(delegate.end(delegation, time.occurredAt(asked.occurredAt())));
  }
}
