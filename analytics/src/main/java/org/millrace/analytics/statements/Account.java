package org.millrace.analytics.statements;

import static java.util.Objects.requireNonNull;

/** An account of the ledger; two are the same when their codes are equal. */
public record Account(String code, String name, AccountType type) implements Comparable<Account> {

  public Account {
    requireNonNull(code, "code");
    requireNonNull(name, "name");
    requireNonNull(type, "type");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Account account && account.code.equals(code);
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }

  @Override
  public int compareTo(Account other) {
    return code.compareTo(other.code);
  }
}
