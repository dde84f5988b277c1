package org.millrace.purchasing.invoice;

import java.time.Instant;
import java.time.LocalDate;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.OpenPeriods;
import org.millrace.shared.OpenPeriods.Happened;

/** The days of a bill: when it came, and when it comes into the books. */
record BookingDays(Companies companies, OpenPeriods periods) {
  LocalDate dayOf(CompanyCode company, Instant moment) {
    return companies.dayOf(company, moment);
  }

  /** Then, or in the first open month where a bill came for a closed one. */
  Instant bookedAt(CompanyCode company, Happened happened) {
    return periods.bookedAt(
        company,
        happened.occurredAt(),
        happened.postingDate().map(companies.named(company)::startOf));
  }
}
