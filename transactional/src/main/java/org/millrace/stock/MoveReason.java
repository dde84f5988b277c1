package org.millrace.stock;

/** Why goods moved. */
public enum MoveReason {
  RECEIPT,
  ISSUE,
  RETURN,
  ADJUSTMENT,
  OPENING,
  TRANSFER,
  CONSUMPTION,
  COMPLETION
}
