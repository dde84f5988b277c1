package org.millrace.settlement;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.millrace.currency.ExchangeRate;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.PlainNumber;

/**
 * The amounts of a payment in its own currency, where that is not the one of the company.
 *
 * @param onAccount what was left of it when it was posted
 * @param openAmount what is left of that now
 * @param bookedAmount what the bank booked in the currency of the company, where it changed the
 *     money; else the account holds it in its own currency
 */
public record ForeignMoney(
    Currency currency,
    ExchangeRate rate,
    @Amount(in = "currency") BigDecimal amount,
    @Amount(in = "currency") BigDecimal bankFee,
    @Amount(in = "currency") BigDecimal onAccount,
    @Amount(in = "currency") BigDecimal openAmount,
    @Amount Optional<BigDecimal> bookedAmount) {
  public ForeignMoney {
    amount = PlainNumber.of(amount);
    bankFee = PlainNumber.of(bankFee);
    onAccount = PlainNumber.of(onAccount);
    openAmount = PlainNumber.of(openAmount);
    bookedAmount = bookedAmount.map(PlainNumber::of);
  }

  ForeignMoney opened(BigDecimal open) {
    return new ForeignMoney(currency, rate, amount, bankFee, onAccount, open, bookedAmount);
  }

  ForeignMoney negated() {
    return new ForeignMoney(
        currency,
        rate,
        amount.negate(),
        bankFee.negate(),
        onAccount.negate(),
        BigDecimal.ZERO,
        bookedAmount.map(BigDecimal::negate));
  }

  /** What is left, as money. */
  Money open() {
    return Money.of(openAmount, currency);
  }
}
