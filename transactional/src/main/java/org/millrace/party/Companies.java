package org.millrace.party;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.millrace.shared.CompanyCode;

/** The companies of this instance. */
public interface Companies {
  /**
   * Opens the books of a new company and publishes it.
   *
   * @throws org.millrace.shared.Refused as conflict when the code is taken
   */
  Company open(Company company, Instant occurredAt);

  /**
   * One company.
   *
   * @throws org.millrace.shared.Refused as not found
   */
  Company named(CompanyCode code);

  /**
   * The day of a document of that company, see {@link Company#dayOf}.
   *
   * @throws org.millrace.shared.Refused when the company had no business yet
   */
  default LocalDate dayOf(CompanyCode code, Instant moment) {
    return named(code).dayOf(moment);
  }

  /** One company, if it is there. */
  Optional<Company> find(CompanyCode code);
}
