package org.millrace.purchasing.tolerance;

import java.time.Instant;
import java.util.List;
import org.millrace.outbox.Events;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Version;

/** Sets by how much suppliers' bills may differ; it holds for the bills that come after. */
final class SetTolerance {
  private final TolerancesJdbc tolerances;
  private final Events events;

  SetTolerance(TolerancesJdbc tolerances, Events events) {
    this.tolerances = tolerances;
    this.events = events;
  }

  StoredTolerance set(
      CompanyCode company, MatchTolerance wanted, Version expected, Instant occurredAt) {
    StoredTolerance before = tolerances.stored(company);
    expected.check("The match tolerance of " + company, before.version().number());
    StoredTolerance next = before.next(wanted);
    tolerances.put(next);
    events.publish(List.of(new MatchToleranceSet(next.head(occurredAt), wanted)));
    return next;
  }
}
