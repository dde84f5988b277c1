package org.millrace.ledger.balance;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.millrace.party.Company;

/** Balances of the accounts, read from the entries. */
interface TrialBalances {
  /** Accounts with postings up to the end of the month, by code. */
  List<TrialBalance.Row> upTo(Company company, YearMonth month);

  /** The last month with an entry. */
  Optional<YearMonth> lastMonth(Company company);
}
