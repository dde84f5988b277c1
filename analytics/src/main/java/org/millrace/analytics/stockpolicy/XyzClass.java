package org.millrace.analytics.stockpolicy;

/** How steady the weekly demand of an item is: X steady, Y varying, Z erratic. */
public enum XyzClass {
  X,
  Y,
  Z
}
