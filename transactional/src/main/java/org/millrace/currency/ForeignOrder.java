package org.millrace.currency;

import java.math.BigDecimal;
import java.util.Currency;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.PlainNumber;

/**
 * What stands on an order in its own currency, where that is not the one of the company. All other
 * amounts of the order are in the currency of the company, converted at the rate of its day.
 *
 * @param rate how much of the company's currency is given for one unit of the order's
 */
public record ForeignOrder(
    Currency currency, ExchangeRate rate, @Amount(in = "foreign.currency") BigDecimal netAmount) {
  public ForeignOrder {
    netAmount = PlainNumber.of(netAmount);
  }
}
