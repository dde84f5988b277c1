package org.millrace.planning.settings;

import java.time.Instant;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Version;

/** The settings of a company; version 0 are the defaults, which nobody set. */
record StoredSettings(CompanyCode company, PlanningSettings settings, Version version) {
  static StoredSettings defaults(CompanyCode company) {
    return new StoredSettings(company, PlanningSettings.DEFAULTS, new Version(0));
  }

  StoredSettings next(PlanningSettings changed) {
    return new StoredSettings(company, changed, new Version(version.number() + 1));
  }

  EventHead head(Instant occurredAt) {
    String id = "planning-settings:" + company.value();
    return EventHead.of(company, id, version.number(), occurredAt);
  }
}
