package org.millrace.planning.settings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.outbox.Events;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Version;

/** Sets what holds for the plans that come after; setting the same again changes nothing. */
final class SetSettings {
  private final SettingsJdbc settings;
  private final Events events;

  SetSettings(SettingsJdbc settings, Events events) {
    this.settings = settings;
    this.events = events;
  }

  StoredSettings set(
      CompanyCode company,
      PlanningSettings wanted,
      Optional<Version> expected,
      Instant occurredAt) {
    StoredSettings before = settings.stored(company);
    if (before.settings().equals(wanted)) {
      return before;
    }
    expected.ifPresent(v -> v.check("What holds for all plans", before.version().number()));
    StoredSettings next = before.next(wanted);
    settings.put(next);
    events.publish(List.of(new PlanningSettingsSet(next.head(occurredAt), wanted)));
    return next;
  }
}
