package org.millrace.bank;

/** What a bank sent: camt.053, 052 or 054; a file of rows is a statement. */
public enum StatementKind {
  /** All that was booked in a period, with the balances around it. */
  STATEMENT,
  /** What was booked until a moment of the day; the statement will tell it again. */
  REPORT,
  /** Bookings told one by one; the statement will tell them again. */
  NOTIFICATION
}
