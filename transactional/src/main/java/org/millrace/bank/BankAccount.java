package org.millrace.bank;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.millrace.document.DocumentKind;
import org.millrace.shared.Code;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.PlainNumber;
import org.millrace.shared.Problems;

/**
 * An account of the company at a bank, with the account of the ledger that holds the same.
 *
 * @param accountNumber what the bank calls it where it has no IBAN
 * @param bic the bank, ISO 9362
 * @param tolerancePercent how much of what is settled may be missing and is written off
 * @param feeUpTo up to which difference a payment is taken as less a fee
 */
public record BankAccount(
    BankAccountCode code,
    String name,
    Optional<Iban> iban,
    Optional<String> accountNumber,
    Optional<String> bic,
    Currency currency,
    String ledgerAccount,
    BigDecimal tolerancePercent,
    @Amount(in = "currency") Optional<Money> feeUpTo) {
  /** Stored in bank.account. */
  public static final DocumentKind<BankAccount> KIND =
      DocumentKind.of(BankAccount.class, "bank", "account")
          .listed("bank-accounts")
          .searched("code", "name", "iban", "accountNumber", "bic")
          .changeable()
          .build();

  public BankAccount {
    name = Code.checked("name", "name of the account", name, 200);
    accountNumber = accountNumber.map(text -> text.replaceAll("\\s", "")).filter(t -> !t.isEmpty());
    bic = bic.map(text -> text.replaceAll("\\s", "").toUpperCase(Locale.ROOT));
    bic = bic.filter(text -> !text.isEmpty());
    ledgerAccount = Code.checked("ledgerAccount", "ledger account", ledgerAccount, 40);
    tolerancePercent = PlainNumber.of(tolerancePercent);
    String number = accountNumber.orElse("");
    String bank = bic.orElse("");
    new Problems()
        .require(
            iban.isPresent() || !number.isEmpty(),
            "iban",
            "",
            "an IBAN, or the number of the account where it has none")
        .require(
            number.length() <= 40 && Code.isPrintable(number),
            "accountNumber",
            number,
            "at most 40 printable characters")
        .require(
            bank.isEmpty() || bank.matches("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?"),
            "bic",
            bank,
            "8 or 11 letters and digits, as DEUTDEFF")
        .require(
            tolerancePercent.signum() >= 0 && tolerancePercent.compareTo(BigDecimal.TEN) <= 0,
            "tolerancePercent",
            tolerancePercent,
            "0 to 10")
        .require(
            feeUpTo.filter(Money::isNegative).isEmpty(),
            "feeUpTo",
            feeUpTo.map(Money::amount).orElse(BigDecimal.ZERO),
            "0 or more")
        .refuse("The bank account " + code + " cannot be used");
  }

  /** Whether a bank or a person may mean this account by that text. */
  public boolean isCalled(String text) {
    String bare = text.replaceAll("[\\s-]", "");
    return code.value().equalsIgnoreCase(text.strip())
        || iban.filter(own -> own.value().equalsIgnoreCase(bare)).isPresent()
        || accountNumber.filter(own -> own.equalsIgnoreCase(bare)).isPresent();
  }
}
