package org.millrace.stock;

/** Why goods moved. */
public enum MoveReason {
  RECEIPT,
  ISSUE,
  RETURN,
  ADJUSTMENT,
  TRANSFER,
  CONSUMPTION,
  COMPLETION
}
