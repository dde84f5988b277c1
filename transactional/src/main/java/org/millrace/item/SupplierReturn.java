package org.millrace.item;

/** What goods that go back to their supplier take out of the stock. */
public enum SupplierReturn {
  /** What was paid for them. */
  PRICE_PAID,
  /** What any goods that leave then cost; the rest of what was paid is a difference of cost. */
  COSTING_METHOD
}
