package org.millrace.warehouse;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.millrace.warehouse.lake.Lake;

/**
 * What an analysis is asked for; without a company it looks at each of them by itself and tells the
 * outcomes how each went, so that one that fails does not stop the others.
 */
public record AnalysisRun(
    Lake lake, Optional<LocalDate> asOf, Optional<String> company, CompanyOutcomes outcomes) {

  /** A run whose outcomes nobody asks for. */
  public AnalysisRun(Lake lake, Optional<LocalDate> asOf, Optional<String> company) {
    this(lake, asOf, company, new CompanyOutcomes(Clock.systemUTC()));
  }
}
