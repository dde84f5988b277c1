package org.millrace.item;

/** Which goods of an item are valued together. */
public enum CostingLevel {
  /** All of the company. */
  ITEM,
  /** Those of one warehouse. */
  WAREHOUSE,
  /** Those of one lot. */
  LOT
}
