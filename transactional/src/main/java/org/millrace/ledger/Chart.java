package org.millrace.ledger;

import java.util.Map;
import java.util.Optional;
import org.millrace.shared.Problems;

/**
 * The accounts of a company.
 *
 * @param roles which of them stands for an account of the standard chart, where another one does
 * @param isOwn whether the accounts of the standard chart are not among them
 */
public record Chart(
    Map<AccountCode, Account> accounts, Map<AccountCode, AccountCode> roles, boolean isOwn) {
  public Chart {
    accounts = Map.copyOf(accounts);
    roles = Map.copyOf(roles);
  }

  /**
   * The account that stands for one of the {@link StandardAccounts}.
   *
   * @throws org.millrace.shared.Refused when no account of an own chart has its role
   */
  public AccountCode of(AccountCode standard) {
    AccountCode there = roles.get(standard);
    if (there != null) {
      return there;
    }
    Optional<String> role =
        StandardAccounts.roles().entrySet().stream()
            .filter(each -> each.getValue().equals(standard))
            .map(Map.Entry::getKey)
            .findFirst();
    if (isOwn && role.isPresent()) {
      throw new Problems()
          .add("account", standard, "an account of the chart with the role " + role.get())
          .refused("The chart of accounts lacks an account");
    }
    return standard;
  }
}
