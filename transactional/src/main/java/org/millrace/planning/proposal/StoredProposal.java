package org.millrace.planning.proposal;

import java.time.Instant;
import org.millrace.planning.Proposal;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Version;

/** A proposal as stored, with its version. */
record StoredProposal(CompanyCode company, Proposal proposal, Version version) {
  StoredProposal next(Proposal changed) {
    return new StoredProposal(company, changed, new Version(version.number() + 1));
  }

  EventHead head(Instant occurredAt) {
    return EventHead.of(
        company,
        EventHead.aggregateId("proposal", company, proposal.id().value()),
        version.number(),
        occurredAt);
  }
}
