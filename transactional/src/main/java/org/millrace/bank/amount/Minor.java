package org.millrace.bank.amount;

import java.math.BigDecimal;
import java.util.Currency;
import org.millrace.shared.Money;

/** Amounts of one currency as whole numbers of its smallest coin: 12.30 is 1230. */
public record Minor(Currency currency) {
  public long of(Money money) {
    if (!money.currency().equals(currency)) {
      throw new IllegalArgumentException(money + " is not in " + currency);
    }
    return money.rounded().amount().movePointRight(digits()).longValueExact();
  }

  public Money money(long minor) {
    return Money.of(BigDecimal.valueOf(minor, digits()), currency);
  }

  private int digits() {
    return Money.digits(currency);
  }
}
