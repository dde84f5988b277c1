package org.millrace.ledger.chart;

import java.util.Optional;
import org.millrace.ledger.Account;
import org.millrace.ledger.AccountCode;
import org.millrace.shared.CompanyCode;

/** Which companies have a chart of their own. */
interface OwnCharts {
  /** Whether anything was ever posted. */
  boolean hasPostings(CompanyCode company);

  /** Gives a company a chart of its own alone. */
  void own(CompanyCode company);

  /** Gives a company the standard chart. */
  void share(CompanyCode company);

  /** The type of an account of the standard chart. */
  Optional<Account.Type> standard(AccountCode code);
}
