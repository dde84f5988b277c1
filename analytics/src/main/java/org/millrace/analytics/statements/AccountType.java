package org.millrace.analytics.statements;

import java.util.Locale;

/** What an account is for, as the ledger names it. */
public enum AccountType {
  ASSET,
  LIABILITY,
  EQUITY,
  REVENUE,
  EXPENSE;

  /** Reads the ledger's word, for example {@code revenue}. */
  public static AccountType ofName(String name) {
    for (AccountType type : values()) {
      if (type.title().equals(name)) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "Account type '%s' is unknown; expected asset, liability, equity, revenue or expense"
            .formatted(name));
  }

  /** The ledger's word. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }
}
