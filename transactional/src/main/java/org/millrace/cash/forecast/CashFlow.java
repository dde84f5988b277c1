package org.millrace.cash.forecast;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.millrace.document.list.Listed;
import org.millrace.shared.Money;

/**
 * Money that is expected: above 0 when it comes in.
 *
 * @param week the Monday of its week
 * @param expectedDate when it is due, shifted by how late the party usually pays; today when that
 *     has passed
 * @param daysShifted the median of days late of what the party has paid
 */
@Listed(
    searched = {"document", "party", "partyName"},
    sorted = "expectedDate",
    key = {"source", "document", "expected_date"})
record CashFlow(
    LocalDate week,
    LocalDate expectedDate,
    String account,
    Source source,
    String document,
    Optional<String> party,
    Optional<String> partyName,
    LocalDate dueDate,
    int daysShifted,
    Money amount,
    Currency currency) {
  /** Where it comes from. */
  enum Source {
    RECEIVABLES,
    PAYABLES,
    PAYMENT_RUN,
    SALES_ORDER,
    PURCHASE_ORDER,
    PLANNED
  }
}
