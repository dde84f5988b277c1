package org.millrace.item;

/** Whether an item lies in stock. */
public enum ItemKind {
  /** Goods with movements and a value. */
  STOCKED,
  /** Postage, work and the like: sold, never moved. */
  SERVICE
}
