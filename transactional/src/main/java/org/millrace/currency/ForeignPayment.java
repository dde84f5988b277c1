package org.millrace.currency;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.PlainNumber;

/**
 * A payment in the currency of a document that is not that of the company.
 *
 * @param rate at which the money came or went; absent where another document tells it
 * @param amount the money
 * @param settledAmount what it settled of the document, with what was deducted
 */
public record ForeignPayment(
    Currency currency,
    Optional<ExchangeRate> rate,
    @Amount(in = "currency") BigDecimal amount,
    @Amount(in = "currency") BigDecimal settledAmount) {
  public ForeignPayment {
    amount = PlainNumber.of(amount);
    settledAmount = PlainNumber.of(settledAmount);
  }

  /** The payment that takes this one back. */
  public ForeignPayment negated() {
    return new ForeignPayment(currency, rate, amount.negate(), settledAmount.negate());
  }
}
