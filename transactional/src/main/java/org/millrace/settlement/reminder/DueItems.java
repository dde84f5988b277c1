package org.millrace.settlement.reminder;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.document.number.DocumentNumber;
import org.millrace.shared.CompanyCode;

/** What customers owe and may be reminded of. */
interface DueItems {
  /** Waits until nobody else proposes or issues reminders of the company. */
  void inTurn(CompanyCode company);

  /**
   * What is overdue on a day, by party, the oldest first: neither disputed nor a fee of a reminder
   * nor in a run that waits for its review, but for that one.
   */
  List<DueItem> overdue(
      CompanyCode company, Currency home, LocalDate day, Optional<DocumentNumber> run);
}
