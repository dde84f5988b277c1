package org.millrace.production.workorder;

import java.time.Instant;
import org.millrace.production.WorkOrder;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.EventHead;
import org.millrace.shared.Version;

/** A work order as stored, with its version. */
record KeptWorkOrder(CompanyCode company, WorkOrder order, Version version) {
  KeptWorkOrder next(WorkOrder changed) {
    return new KeptWorkOrder(company, changed, new Version(version.number() + 1));
  }

  EventHead head(Instant occurredAt) {
    return EventHead.of(
        company,
        EventHead.aggregateId("work-order", company, order.number().value()),
        version.number(),
        occurredAt);
  }

  DocumentRef document() {
    return new DocumentRef("production", "work-order", order.number().value());
  }
}
