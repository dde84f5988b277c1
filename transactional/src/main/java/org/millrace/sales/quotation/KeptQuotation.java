package org.millrace.sales.quotation;

import java.time.Instant;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Version;

/** A quotation as it is kept, and its version. */
record KeptQuotation(CompanyCode company, Version version, Quotation quotation) {
  KeptQuotation next(Quotation changed) {
    return new KeptQuotation(company, new Version(version.number() + 1), changed);
  }

  EventHead head(Instant occurredAt) {
    String id = EventHead.aggregateId("quotation", company, quotation.number().value());
    return EventHead.of(company, id, version.number(), occurredAt);
  }
}
