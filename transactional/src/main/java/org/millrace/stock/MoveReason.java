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
  COMPLETION,
  /** No goods moved: what is there costs something else from now on. */
  REVALUATION,
  /** No goods moved: the share of a late cost whose goods are gone. */
  COST_DIFFERENCE,
  /** No goods moved: what goods cost more or less than their standard. */
  PRICE_VARIANCE
}
