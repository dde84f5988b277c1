package org.millrace.tax;

/** When a tax is owed to the authority. */
public enum TaxPoint {
  /** With the invoice. */
  INVOICE,
  /** As the invoice is paid. */
  PAYMENT
}
