package org.millrace.party;

import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.millrace.party.checkdigit.Iban;
import org.millrace.shared.Code;
import org.millrace.shared.Problems;

/**
 * An account that a party is paid on: an IBAN, or where there are none, as in China, the number
 * that its bank gave it. Without a currency it is in that of its country.
 */
public record BankAccount(
    Optional<String> iban,
    Optional<String> accountNumber,
    Optional<String> bic,
    Optional<String> bank,
    Optional<String> holder,
    Optional<Currency> currency) {
  private static final int LONGEST = 200;
  private static final int LONGEST_NUMBER = 34;
  private static final Pattern BIC = Pattern.compile("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?");

  public BankAccount {
    iban = iban.map(BankAccount::bare);
    accountNumber =
        accountNumber.map(text -> Code.checked("accountNumber", bare(text), LONGEST_NUMBER));
    bic = bic.map(BankAccount::bare);
    bank = bank.map(text -> Code.checked("bank", text, LONGEST));
    holder = holder.map(text -> Code.checked("holder", text, LONGEST));
    new Problems()
        .require(
            iban.isPresent() != accountNumber.isPresent(),
            "iban",
            iban.orElse(""),
            "an IBAN, or an account number where there is none")
        .require(
            iban.filter(text -> !Iban.isValid(text)).isEmpty(),
            "iban",
            iban.orElse(""),
            "an IBAN with right check digits, such as DE89370400440532013000")
        .require(
            bic.filter(text -> !BIC.matcher(text).matches()).isEmpty(),
            "bic",
            bic.orElse(""),
            "8 or 11 signs such as DEUTDEFF")
        .refuse("The bank account cannot be used");
  }

  /** The number in capitals without blanks and dashes, as statements of banks may write it. */
  public static String bare(String number) {
    return number.replaceAll("[\\s\\-]", "").toUpperCase(Locale.ROOT);
  }

  /** What banks call it: its IBAN or its number. */
  public String number() {
    return Stream.of(iban, accountNumber).flatMap(Optional::stream).findFirst().orElseThrow();
  }
}
