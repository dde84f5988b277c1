package org.millrace.planning.settings;

import java.time.Instant;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Version;

/** The settings of a company; version 0 are the usual ones, which nobody set. */
record KeptSettings(CompanyCode company, PlanningSettings settings, Version version) {
  static KeptSettings usual(CompanyCode company) {
    return new KeptSettings(company, PlanningSettings.USUAL, new Version(0));
  }

  KeptSettings next(PlanningSettings changed) {
    return new KeptSettings(company, changed, new Version(version.number() + 1));
  }

  EventHead head(Instant occurredAt) {
    String id = "planning-settings:" + company.value();
    return EventHead.of(company, id, version.number(), occurredAt);
  }
}
