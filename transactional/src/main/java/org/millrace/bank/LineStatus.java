package org.millrace.bank;

/** Where a line of a statement stands. */
public enum LineStatus {
  OPEN,
  BOOKED,
  /** It repeats another line, or is a part of a batch that is booked as one. */
  IGNORED
}
