package org.millrace.ledger.period;

import java.time.YearMonth;
import java.util.List;
import org.millrace.ledger.ClosingCheck;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;

/** What is to be done before a month is closed. */
interface Checklist {
  /** All lines of a month, as they are now. */
  List<ClosingLine> lines(Company company, YearMonth month);

  /** Keeps why a line may stay open; the version of the line. */
  long waive(CompanyCode company, YearMonth month, ClosingCheck line, String reason);

  /** Forgets why; the version of the line. */
  long withdraw(CompanyCode company, YearMonth month, ClosingCheck line);
}
