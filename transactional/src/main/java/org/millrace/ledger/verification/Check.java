package org.millrace.ledger.verification;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.millrace.document.list.Listed;

/**
 * One check of the books: what documents or arithmetic say, what the books say, and their
 * difference, which is 0 when it holds.
 *
 * @param account the control account, debit positive, in the currency of the company; empty for
 *     what is counted: entries that do not balance, numbers, seals that do not fit
 */
@Listed(searched = "account", sorted = "position", key = "name")
record Check(
    int position,
    Name name,
    Optional<String> account,
    BigDecimal expected,
    BigDecimal found,
    BigDecimal difference,
    boolean holds) {
  /** What is checked. */
  enum Name {
    /** Entries whose debit and credit differ. */
    ENTRIES_BALANCE,
    /** Entries without a line. */
    ENTRIES_HAVE_LINES,
    /** The last number given, and how many entries there are. */
    NUMBERS_WITHOUT_GAP,
    /** How many seals there are, and how many follow from the entries and the seal before. */
    SEALS_FIT,
    /** Open items of customers. */
    RECEIVABLES,
    /** Open items of suppliers. */
    PAYABLES,
    /** The value of what is on hand. */
    STOCK,
    /** What work orders took and did not yet yield. */
    WORK_IN_PROGRESS,
    /** What came and was not yet billed. */
    RECEIVED_NOT_INVOICED,
    /** What customers were asked to pay before they got anything. */
    PREPAYMENTS,
    /** What customers have earned and were not credited yet. */
    REBATES_OWED;

    /** As a row of a query has it. */
    String column() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
