package org.millrace.crm.opportunity;

import java.time.Instant;
import org.millrace.crm.Opportunity;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Version;

/** An opportunity as stored, with its version. */
record KeptOpportunity(CompanyCode company, Opportunity opportunity, Version version) {
  KeptOpportunity next(Opportunity changed) {
    return new KeptOpportunity(company, changed, new Version(version.number() + 1));
  }

  EventHead head(Instant occurredAt) {
    return EventHead.of(
        company,
        EventHead.aggregateId("opportunity", company, opportunity.number().value()),
        version.number(),
        occurredAt);
  }
}
