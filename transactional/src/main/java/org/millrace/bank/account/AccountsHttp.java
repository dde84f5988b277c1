package org.millrace.bank.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.millrace.bank.BankAccount;
import org.millrace.bank.BankAccountCode;
import org.millrace.bank.Iban;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("bank.read")
@RequestMapping("/api/companies/{company}/bank/accounts")
class AccountsHttp extends DocumentEndpoints<BankAccount, BankAccountCode> {
  /** Cash at bank in the standard chart. */
  private static final String CASH = "1000";

  private final KeepAccounts keep;
  private final Companies companies;
  private final BusinessTime time;

  AccountsHttp(
      Documents<BankAccount> accounts,
      DocumentHistory history,
      KeepAccounts keep,
      Companies companies,
      BusinessTime time) {
    super(accounts, history);
    this.keep = keep;
    this.companies = companies;
    this.time = time;
  }

  /** An account; in the currency of the company, and on its account for cash, unless said. */
  record NewAccount(
      BankAccountCode code,
      String name,
      Optional<Iban> iban,
      Optional<String> accountNumber,
      Optional<String> bic,
      Optional<Currency> currency,
      Optional<String> ledgerAccount,
      Optional<BigDecimal> tolerancePercent,
      @Amount(in = "currency") Optional<BigDecimal> feeUpTo,
      Optional<Instant> occurredAt) {}

  /** What is known of it, all of it as it is to be. */
  record Change(
      String name,
      Optional<Iban> iban,
      Optional<String> accountNumber,
      Optional<String> bic,
      Optional<String> ledgerAccount,
      Optional<BigDecimal> tolerancePercent,
      @Amount(in = "currency") Optional<BigDecimal> feeUpTo,
      Optional<Instant> occurredAt) {}

  @PostMapping
  @RequiresPermission("bank.account")
  ResponseEntity<DocumentAnswer<BankAccount>> register(
      @PathVariable CompanyCode company, @RequestBody NewAccount asked) {
    Currency currency = asked.currency().orElseGet(() -> companies.named(company).currency());
    BankAccount account =
        new BankAccount(
            asked.code(),
            asked.name(),
            asked.iban(),
            asked.accountNumber(),
            asked.bic(),
            currency,
            asked.ledgerAccount().orElse(CASH),
            asked.tolerancePercent().orElse(BigDecimal.ZERO),
            asked.feeUpTo().map(amount -> Money.of(amount, currency)));
    return created(keep.register(company, account, time.occurredAt(asked.occurredAt())));
  }

  @PutMapping("/{number}")
  @RequiresPermission("bank.account")
  ResponseEntity<DocumentAnswer<BankAccount>> change(
      Versioned<BankAccount> account, @RequestBody Change asked) {
    BankAccount before = account.document();
    BankAccount after =
        new BankAccount(
            before.code(),
            asked.name(),
            asked.iban(),
            asked.accountNumber(),
            asked.bic(),
            before.currency(),
            asked.ledgerAccount().orElse(before.ledgerAccount()),
            asked.tolerancePercent().orElse(before.tolerancePercent()),
            asked.feeUpTo().map(amount -> Money.of(amount, before.currency())));
    return ok(keep.change(account, after, time.occurredAt(asked.occurredAt())));
  }
}
