package org.millrace.ledger.entry;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.Chart;
import org.millrace.ledger.JournalEntryPosted;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;

/** The entries of each company. */
interface Entries {
  /** The chart of a company. */
  Chart chart(CompanyCode company);

  /**
   * The first of so many consecutive numbers, now taken. Holds the book of the company until the
   * transaction ends, also for none; nobody else numbers or closes.
   */
  long take(CompanyCode company, int numbers);

  /** The last closed month; all before it are closed as well. */
  Optional<YearMonth> closedThrough(CompanyCode company);

  /** Adds entries; the reversed entry stands beside those that reverse one. */
  void add(List<JournalEntryPosted> entries, List<Optional<Long>> reverses);

  Map<String, Money> balances(
      CompanyCode company,
      String domain,
      Collection<String> documents,
      Collection<AccountCode> accounts);
}
