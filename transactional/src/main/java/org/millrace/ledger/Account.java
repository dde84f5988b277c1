package org.millrace.ledger;

/** An account of the chart, which all companies share. */
public record Account(AccountCode code, String name, Type type) {
  /** Where an account stands in the statements. */
  public enum Type {
    ASSET,
    LIABILITY,
    EQUITY,
    REVENUE,
    EXPENSE
  }
}
