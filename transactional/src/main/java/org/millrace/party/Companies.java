package org.millrace.party;

import java.time.Instant;
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

  /** One company, if it is there. */
  Optional<Company> find(CompanyCode code);
}
