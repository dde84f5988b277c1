package org.millrace.planning.forecast;

import java.time.Instant;
import org.millrace.planning.ForecastOverride;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Version;

/** An override as stored: its version, and whether it still counts. */
record StoredOverride(
    CompanyCode company, ForecastOverride override, Standing standing, Version version) {
  /** Whether an override counts. */
  enum Standing {
    IN_FORCE,
    WITHDRAWN
  }

  /** Whether it counts and has the same figure and note. */
  boolean says(ForecastOverride other) {
    return standing == Standing.IN_FORCE
        && override.quantity().equals(other.quantity())
        && override.note().equals(other.note());
  }

  StoredOverride next(ForecastOverride changed, Standing then) {
    return new StoredOverride(company, changed, then, new Version(version.number() + 1));
  }

  EventHead head(Instant occurredAt) {
    String name =
        override.item()
            + "/"
            + override.location().map(Object::toString).orElse("")
            + "/"
            + override.period();
    return EventHead.of(
        company,
        EventHead.aggregateId("forecast-override", company, name),
        version.number(),
        occurredAt);
  }
}
