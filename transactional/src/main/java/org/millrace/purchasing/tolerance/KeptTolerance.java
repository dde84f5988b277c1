package org.millrace.purchasing.tolerance;

import java.time.Instant;
import org.millrace.purchasing.MatchTolerance;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Version;

/** The tolerance of a company; version 0 is the usual one, which nobody set. */
record KeptTolerance(CompanyCode company, MatchTolerance tolerance, Version version) {
  static KeptTolerance usual(CompanyCode company) {
    return new KeptTolerance(company, MatchTolerance.USUAL, new Version(0));
  }

  KeptTolerance next(MatchTolerance changed) {
    return new KeptTolerance(company, changed, new Version(version.number() + 1));
  }

  EventHead head(Instant occurredAt) {
    String id = "match-tolerance:" + company.value();
    return EventHead.of(company, id, version.number(), occurredAt);
  }
}
