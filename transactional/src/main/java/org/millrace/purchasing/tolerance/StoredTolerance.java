package org.millrace.purchasing.tolerance;

import java.time.Instant;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Version;

/** The tolerance of a company; version 0 is the default, which nobody set. */
record StoredTolerance(CompanyCode company, MatchTolerance tolerance, Version version) {
  static StoredTolerance byDefault(CompanyCode company) {
    return new StoredTolerance(company, MatchTolerance.DEFAULT, new Version(0));
  }

  StoredTolerance next(MatchTolerance changed) {
    return new StoredTolerance(company, changed, new Version(version.number() + 1));
  }

  EventHead head(Instant occurredAt) {
    String id = "match-tolerance:" + company.value();
    return EventHead.of(company, id, version.number(), occurredAt);
  }
}
