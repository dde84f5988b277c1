package org.millrace.analytics.schedule;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * How far one company's data goes: its last business day, and a fingerprint that differs when the
 * data that an analysis reads differ.
 */
public record CompanyState(String company, LocalDate lastDay, String fingerprint) {

  public CompanyState {
    requireNonNull(company, "company");
    requireNonNull(lastDay, "lastDay");
    requireNonNull(fingerprint, "fingerprint");
  }
}
