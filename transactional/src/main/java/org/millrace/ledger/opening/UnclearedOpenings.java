package org.millrace.ledger.opening;

import java.time.LocalDate;
import java.util.List;
import org.millrace.document.number.DocumentNumber;
import org.millrace.party.Company;

/** Whether the account of opening balances is zero where balances of accounts were taken over. */
public interface UnclearedOpenings {
  /**
   * The openings that count on a day at whose end something is left on the account of opening
   * balances, the oldest first; none when nothing is. What is dated on the day after counts, as
   * assets are that were depreciated through that day.
   */
  List<DocumentNumber> at(Company company, LocalDate day);
}
