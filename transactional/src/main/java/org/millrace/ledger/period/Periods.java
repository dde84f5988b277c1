package org.millrace.ledger.period;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.millrace.shared.CompanyCode;

/** The closed months of each company. */
interface Periods {
  /** Closes the month while nobody posts; false when it was closed before. */
  boolean close(CompanyCode company, YearMonth month);

  List<Closed> closed(CompanyCode company);

  /** A closed month, who closed it and when. */
  record Closed(YearMonth month, String closedBy, Instant closedAt) {}
}
