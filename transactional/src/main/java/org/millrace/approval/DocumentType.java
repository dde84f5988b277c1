package org.millrace.approval;

import java.util.Locale;

/** The kinds of documents that a policy can hold, and what of each is measured. */
public enum DocumentType {
  /** An order to a supplier, placed or changed: its net amount. */
  PURCHASE_ORDER,
  /** A bill of a supplier, posted: its gross amount. */
  SUPPLIER_INVOICE,
  /** Money to a supplier. */
  SUPPLIER_PAYMENT,
  /** An entry posted or reversed by hand: its debits. */
  JOURNAL_ENTRY,
  /** An order of a customer, placed or changed: its net amount, and its largest discount. */
  SALES_ORDER,
  /** A credit note for a customer: its gross amount, as a positive one. */
  CREDIT_NOTE,
  /** A held order that is let go on above the credit limit: the excess. */
  CREDIT_RELEASE;

  /** The kind as answers name it: {@code purchase-order}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind within a sentence: {@code purchase order}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
