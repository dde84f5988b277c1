package org.millrace.settlement;

/** Whose account an open item stands on: that of customers, or that of suppliers. */
public enum Side {
  RECEIVABLES,
  PAYABLES
}
