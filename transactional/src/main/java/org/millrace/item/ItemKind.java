package org.millrace.item;

/** Whether an item lies in stock. */
public enum ItemKind {
  /** Goods with movements and a value. */
  STOCKED,
  /** Postage, work and the like: sold or bought, never moved. */
  SERVICE,
  /** Bought and used up, such as paper for the office: an expense at once, never moved. */
  EXPENSE
}
