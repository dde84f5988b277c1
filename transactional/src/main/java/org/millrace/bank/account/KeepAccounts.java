package org.millrace.bank.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.bank.BankAccount;
import org.millrace.bank.BankAccountChanged;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problem;
import org.millrace.shared.Refused;

/** Registers accounts at banks, no two of one number, and changes them. */
public final class KeepAccounts {
  private final Documents<BankAccount> accounts;

  KeepAccounts(Documents<BankAccount> accounts) {
    this.accounts = accounts;
  }

  Versioned<BankAccount> register(CompanyCode company, BankAccount account, Instant occurredAt) {
    requireOther(company, account);
    return accounts.make(company, account, occurredAt, BankAccountChanged::new);
  }

  Versioned<BankAccount> change(
      Versioned<BankAccount> before, BankAccount after, Instant occurredAt) {
    requireOther(before.company(), after);
    if (!before.document().currency().equals(after.currency())) {
      throw Refused.invalid(
          "The bank account " + after.code() + " cannot be changed so",
          List.of(
              new Problem(
                  "currency",
                  after.currency().getCurrencyCode(),
                  before.document().currency() + ", in which its statements are")));
    }
    return accounts.change(before, after, occurredAt, BankAccountChanged::new);
  }

  private void requireOther(CompanyCode company, BankAccount account) {
    Optional<BankAccount> other =
        all(company).stream()
            .filter(each -> !each.code().equals(account.code()))
            .filter(
                each ->
                    account.iban().map(own -> each.isCalled(own.value())).orElse(false)
                        || account.accountNumber().map(each::isCalled).orElse(false))
            .findFirst();
    if (other.isPresent()) {
      throw Refused.conflict(
          "The bank account %s cannot have the number of the bank account %s."
              .formatted(account.code(), other.get().code()));
    }
  }

  /** All accounts of a company. */
  public List<BankAccount> all(CompanyCode company) {
    return accounts.having(company, Map.of()).stream().map(Versioned::document).toList();
  }

  /**
   * The account that a file or a person means: by code, IBAN or number, or the only one when none
   * is named.
   *
   * @throws Refused naming the field when it is none
   */
  public BankAccount meant(CompanyCode company, Optional<String> named) {
    List<BankAccount> all = all(company);
    List<BankAccount> meant =
        named.isEmpty() ? all : all.stream().filter(each -> each.isCalled(named.get())).toList();
    if (meant.size() != 1) {
      String expected =
          all.isEmpty()
              ? "a bank account: register it first"
              : "one of "
                  + String.join(", ", all.stream().map(each -> each.code().value()).toList())
                  + ", or the IBAN or number of one of them";
      throw Refused.invalid(
          "The statement cannot be taken in",
          List.of(new Problem("account", named.orElse(""), expected)));
    }
    return meant.get(0);
  }
}
