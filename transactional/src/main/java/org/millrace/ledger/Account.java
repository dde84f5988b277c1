package org.millrace.ledger;

/**
 * An account of the chart, which all companies share. A control account stands for what documents
 * tell one by one, such as the open invoices; only documents post there.
 */
public record Account(AccountCode code, String name, Type type, boolean control) {
  /** Where an account stands in the statements. */
  public enum Type {
    ASSET,
    LIABILITY,
    EQUITY,
    REVENUE,
    EXPENSE
  }
}
