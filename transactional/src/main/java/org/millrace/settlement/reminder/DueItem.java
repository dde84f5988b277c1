package org.millrace.settlement.reminder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Optional;
import org.millrace.party.PartyCode;
import org.millrace.settlement.ItemKind;
import org.millrace.shared.Money;

/**
 * An item that a customer owes and does not dispute, and what was reminded of it.
 *
 * @param lastLevel the highest level on which it was reminded of, 0 for none
 * @param lastReminded when that was
 */
record DueItem(
    PartyCode party,
    String partyName,
    About about,
    Owed owed,
    int lastLevel,
    Optional<LocalDate> lastReminded) {
  /** The document. */
  record About(ItemKind kind, String number, LocalDate itemDate, LocalDate dueDate) {}

  /** What is open, in the currency of the company and in that of the document. */
  record Owed(Money open, Currency documentCurrency, BigDecimal documentOpen) {}

  /** Days since it was due, 0 until then. */
  int daysLate(LocalDate day) {
    return (int) Math.max(0, ChronoUnit.DAYS.between(about.dueDate(), day));
  }
}
