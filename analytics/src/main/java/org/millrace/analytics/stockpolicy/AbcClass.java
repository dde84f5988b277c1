package org.millrace.analytics.stockpolicy;

/** How much of the yearly value an item stands for: A most, C least. */
public enum AbcClass {
  A,
  B,
  C
}
