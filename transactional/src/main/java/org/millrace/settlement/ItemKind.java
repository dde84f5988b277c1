package org.millrace.settlement;

/** Which document is open. */
public enum ItemKind {
  INVOICE,
  CREDIT_NOTE,
  SUPPLIER_INVOICE,
  /** Money on account. */
  PAYMENT,
  /** Taken over from an earlier system. */
  OPENING_ITEM
}
