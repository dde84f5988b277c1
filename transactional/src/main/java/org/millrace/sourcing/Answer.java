package org.millrace.sourcing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import org.millrace.currency.ExchangeRate;
import org.millrace.shared.Money;
import org.millrace.shared.UnitPrice;

/**
 * What holds for all that a supplier offered in one answer.
 *
 * @param validUntil the last day on which it can be taken
 * @param currency of his prices
 * @param rate how much of the company's currency one unit of his was worth on the day he answered
 */
public record Answer(
    LocalDate answeredOn, LocalDate validUntil, Currency currency, ExchangeRate rate) {
  /** His price in the currency of the company, half up: 2 USD at 1/1.10 are 1.818182 EUR. */
  Money atHome(BigDecimal price, Currency home) {
    return Money.of(rate.unrounded(price).setScale(UnitPrice.DECIMALS, RoundingMode.HALF_UP), home);
  }
}
