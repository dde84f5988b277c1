package org.millrace.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;

/** The books of each company. */
public interface Ledger {
  /**
   * Posts the entries in the order given under consecutive numbers and publishes them; empty ones
   * are left out.
   *
   * @throws org.millrace.shared.Refused when one does not balance or its month is closed
   */
  List<JournalEntryPosted> post(CompanyCode company, List<NewEntry> entries);

  /**
   * What stands on these accounts together for each of these documents of a domain, debit positive;
   * documents without an entry there are left out.
   */
  Map<String, Money> balances(
      CompanyCode company,
      String domain,
      Collection<String> documents,
      Collection<AccountCode> accounts);

  /** Those of these entries that are in the books, by number. */
  List<Posted> entries(CompanyCode company, Collection<Long> numbers);

  /** An entry in the books. */
  record Posted(
      long number,
      LocalDate postingDate,
      String text,
      Currency currency,
      List<JournalEntryPosted.Line> lines) {
    public Posted {
      lines = List.copyOf(lines);
    }
  }
}
