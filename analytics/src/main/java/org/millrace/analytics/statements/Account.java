package org.millrace.analytics.statements;

import static java.util.Objects.requireNonNull;

/**
 * An account of the ledger; two are the same when their codes are equal. In the statements it
 * stands where the account of the standard chart does that it reports as.
 */
public record Account(String code, String name, AccountType type, String reportsAs)
    implements Comparable<Account> {

  public Account {
    requireNonNull(code, "code");
    requireNonNull(reportsAs, "reportsAs");
    requireNonNull(name, "name");
    requireNonNull(type, "type");
  }

  /** One of the standard chart. */
  public Account(String code, String name, AccountType type) {
    this(code, name, type, code);
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
