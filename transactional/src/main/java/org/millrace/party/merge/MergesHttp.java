package org.millrace.party.merge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.PartyCode;
import org.millrace.party.merge.PartyMerge.Taken;
import org.millrace.shared.CompanyCode;
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
@RequiresPermission("party.read")
@RequestMapping("/api/companies/{company}/party/merges")
class MergesHttp extends DocumentEndpoints<PartyMerge, MergeNumber> {
  private final MergeParties merge;
  private final BusinessTime time;

  MergesHttp(
      Documents<PartyMerge> merges,
      DocumentHistory history,
      MergeParties merge,
      BusinessTime time) {
    super(merges, history);
    this.merge = merge;
    this.time = time;
  }

  /** Which party goes into which. */
  record Proposal(PartyCode party, PartyCode survivor, Optional<Instant> occurredAt) {}

  /** What of the proposed is taken over. */
  record Review(List<Taken> takes, Optional<Instant> occurredAt) {}

  /** When. */
  record When(Optional<Instant> occurredAt) {}

  @PostMapping
  @RequiresPermission("party.write")
  ResponseEntity<DocumentAnswer<PartyMerge>> propose(
      @PathVariable CompanyCode company, @RequestBody Proposal asked) {
    return created(
        merge.propose(
            company, asked.party(), asked.survivor(), time.occurredAt(asked.occurredAt())));
  }

  @PutMapping("/{number}")
  @RequiresPermission("party.write")
  ResponseEntity<DocumentAnswer<PartyMerge>> change(
      Versioned<PartyMerge> before, @RequestBody Review asked) {
    return ok(merge.change(before, asked.takes(), time.occurredAt(asked.occurredAt())));
  }

  @PostMapping("/{number}/merge")
  @RequiresPermission("party.write")
  ResponseEntity<DocumentAnswer<PartyMerge>> merge(
      Versioned<PartyMerge> before, @RequestBody When asked) {
    return ok(merge.merge(before, time.occurredAt(asked.occurredAt())));
  }

  @PostMapping("/{number}/reject")
  @RequiresPermission("party.write")
  ResponseEntity<DocumentAnswer<PartyMerge>> reject(
      Versioned<PartyMerge> before, @RequestBody When asked) {
    return ok(merge.reject(before, time.occurredAt(asked.occurredAt())));
  }

  @PostMapping("/{number}/unmerge")
  @RequiresPermission("party.write")
  ResponseEntity<DocumentAnswer<PartyMerge>> unmerge(
      Versioned<PartyMerge> before, @RequestBody When asked) {
    return ok(merge.unmerge(before, time.occurredAt(asked.occurredAt())));
  }
}
