package org.millrace.tax.settings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.outbox.Events;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Version;
import org.millrace.tax.TaxSettings;
import org.millrace.tax.TaxSettingsSet;

/** Sets what holds for the documents that come after; setting the same again changes nothing. */
final class SetTaxSettings {
  private final TaxSettingsJdbc settings;
  private final Events events;

  SetTaxSettings(TaxSettingsJdbc settings, Events events) {
    this.settings = settings;
    this.events = events;
  }

  StoredTaxSettings set(
      CompanyCode company, TaxSettings wanted, Optional<Version> expected, Instant occurredAt) {
    StoredTaxSettings before = settings.stored(company);
    if (before.settings().equals(wanted)) {
      return before;
    }
    expected.ifPresent(v -> v.check("What holds for all taxes", before.version().number()));
    StoredTaxSettings next = before.next(wanted);
    settings.put(next);
    events.publish(List.of(new TaxSettingsSet(next.head(occurredAt), wanted)));
    return next;
  }
}
