package org.millrace.shared;

import java.time.Instant;

/** Which days of a company's books still take entries; the ledger answers. */
public interface OpenPeriods {
  /** That moment, or the start of the first open day after it when its month is closed. */
  Instant openFrom(CompanyCode company, Instant moment);
}
