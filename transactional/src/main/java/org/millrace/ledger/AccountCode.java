package org.millrace.ledger;

import org.millrace.shared.Code;

/** Names an account of the chart, such as {@code 1100}. */
public record AccountCode(String value) implements Code, Comparable<AccountCode> {
  public AccountCode {
    value = Code.checked("account", value, 12);
  }

  @Override
  public int compareTo(AccountCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
