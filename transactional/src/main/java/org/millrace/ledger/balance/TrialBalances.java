package org.millrace.ledger.balance;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.millrace.dimension.DimensionValues;
import org.millrace.party.Company;

/** Balances of the accounts, read from the entries. */
interface TrialBalances {
  /** Accounts with postings up to the end of the month, by code; of all values, or of these. */
  List<TrialBalance.Row> upTo(Company company, YearMonth month, Optional<DimensionValues> of);

  /** The last month with an entry. */
  Optional<YearMonth> lastMonth(Company company);
}
