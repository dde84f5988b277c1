package org.millrace.planning.proposal;

import java.time.Instant;
import org.millrace.planning.Proposal;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Version;

/** A proposal as stored, with its version. */
record KeptProposal(CompanyCode company, Proposal proposal, Version version) {
  KeptProposal next(Proposal changed) {
    return new KeptProposal(company, changed, new Version(version.number() + 1));
  }

  EventHead head(Instant occurredAt) {
    return EventHead.of(
        company,
        EventHead.aggregateId("proposal", company, proposal.id().value()),
        version.number(),
        occurredAt);
  }
}
