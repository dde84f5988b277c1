package org.millrace.settlement;

import java.math.BigDecimal;
import java.util.Currency;
import org.millrace.currency.ExchangeRate;
import org.millrace.shared.Money;
import org.millrace.shared.PlainNumber;

/**
 * The amounts of a payment in its own currency, where that is not the one of the company.
 *
 * @param onAccount what was left of it when it was posted
 * @param openAmount what is left of that now
 */
public record ForeignMoney(
    Currency currency,
    ExchangeRate rate,
    BigDecimal amount,
    BigDecimal bankFee,
    BigDecimal onAccount,
    BigDecimal openAmount) {
  public ForeignMoney {
    amount = PlainNumber.of(amount);
    bankFee = PlainNumber.of(bankFee);
    onAccount = PlainNumber.of(onAccount);
    openAmount = PlainNumber.of(openAmount);
  }

  ForeignMoney opened(BigDecimal open) {
    return new ForeignMoney(currency, rate, amount, bankFee, onAccount, open);
  }

  ForeignMoney negated() {
    return new ForeignMoney(
        currency, rate, amount.negate(), bankFee.negate(), onAccount.negate(), BigDecimal.ZERO);
  }

  /** What is left, as money. */
  Money open() {
    return Money.of(openAmount, currency);
  }
}
