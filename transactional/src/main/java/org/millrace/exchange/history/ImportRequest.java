package org.millrace.exchange.history;

import java.util.Optional;
import org.millrace.shared.CompanyCode;

/** Which file goes to which company by which mapping. */
record ImportRequest(
    CompanyCode company, Optional<String> companyName, String mapping, String file, Mode mode) {
  /** Whether anything is to be kept. */
  enum Mode {
    KEEP,
    DRY_RUN
  }
}
