package org.millrace.planning.policy;

import java.time.Instant;
import org.millrace.planning.ItemPolicy;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Version;

/** A policy as stored, with its version. */
record StoredPolicy(CompanyCode company, ItemPolicy policy, Version version) {
  EventHead head(Instant occurredAt) {
    return EventHead.of(
        company,
        EventHead.aggregateId("item-policy", company, policy.item().value()),
        version.number(),
        occurredAt);
  }
}
