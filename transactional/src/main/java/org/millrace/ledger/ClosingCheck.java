package org.millrace.ledger;

import java.util.Locale;

/** What is looked at before a month is closed, in the order in which it is usually done. */
public enum ClosingCheck {
  /** Drafts, bills that are held, and what waits for an approval. */
  DRAFTS,
  /** What was received and not billed. */
  UNBILLED_GOODS,
  /** Lines of bank statements that nothing is booked for. */
  BANK_LINES,
  /** Assets that are not depreciated through the last day. */
  DEPRECIATION,
  /** Foreign items that are not revalued on the last day. */
  REVALUATION,
  /** Taxes that are due and in no return. */
  TAX_RETURN,
  /** Openings, while something is left on the account of opening balances. */
  OPENINGS,
  /** Checks of the books that do not hold. */
  BOOKS_HOLD;

  /** As addresses and rows have it: {@code unbilled-goods}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
