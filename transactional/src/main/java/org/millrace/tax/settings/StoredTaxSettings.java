package org.millrace.tax.settings;

import java.time.Instant;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Version;
import org.millrace.tax.TaxSettings;

/** The settings of a company; version 0 are the defaults, which nobody set. */
record StoredTaxSettings(CompanyCode company, TaxSettings settings, Version version) {
  static StoredTaxSettings byDefault(CompanyCode company) {
    return new StoredTaxSettings(company, TaxSettings.DEFAULTS, new Version(0));
  }

  StoredTaxSettings next(TaxSettings changed) {
    return new StoredTaxSettings(company, changed, new Version(version.number() + 1));
  }

  EventHead head(Instant occurredAt) {
    return EventHead.of(company, "tax-settings:" + company.value(), version.number(), occurredAt);
  }
}
