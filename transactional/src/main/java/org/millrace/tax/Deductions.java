package org.millrace.tax;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;

/**
 * What settles an invoice beside the money that comes or goes: a discount, what is written off, and
 * what a bank kept of the payment.
 */
public record Deductions(Money discount, Money writeOff, Money bankFee) {
  /** Nothing but money. */
  public static Deductions none(Currency currency) {
    Money zero = Money.zero(currency);
    return new Deductions(zero, zero, zero);
  }

  /**
   * As a request asks for them; what is left out is 0.
   *
   * @throws org.millrace.shared.Refused when one is finer than the currency
   */
  public static Deductions of(
      Optional<BigDecimal> discount,
      Optional<BigDecimal> writeOff,
      Optional<BigDecimal> bankFee,
      Currency currency) {
    Problems problems = new Problems();
    Deductions asked =
        new Deductions(
            money("discount", discount, currency, problems),
            money("writeOff", writeOff, currency, problems),
            money("bankFee", bankFee, currency, problems));
    problems.refuse("The payment is refused");
    return asked;
  }

  private static Money money(
      String field, Optional<BigDecimal> amount, Currency currency, Problems problems) {
    Money money = Money.of(amount.orElse(BigDecimal.ZERO), currency);
    problems.require(
        money.equals(money.rounded()), field, money.amount(), "the decimals of " + currency);
    return money;
  }

  /** The same with a discount. */
  public Deductions discounting(Money other) {
    return new Deductions(other, writeOff, bankFee);
  }

  /** All of them. */
  public Money total() {
    return discount.plus(writeOff).plus(bankFee);
  }

  /** The same with the other signs. */
  public Deductions negated() {
    return new Deductions(discount.negated(), writeOff.negated(), bankFee.negated());
  }

  public boolean isNone() {
    return discount.isZero() && writeOff.isZero() && bankFee.isZero();
  }
}
