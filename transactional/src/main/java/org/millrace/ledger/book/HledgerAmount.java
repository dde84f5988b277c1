package org.millrace.ledger.book;

import java.math.BigDecimal;
import org.millrace.shared.Money;

/**
 * An amount as hledger reads it. With what the document says as its tag, {@code 92.00 EUR ;
 * original:100.00 USD}, or that with its cost, {@code 100.00 USD @@ 92.00 EUR}, which {@code
 * hledger --cost} sums in the currency of the company.
 */
record HledgerAmount(String currency, boolean isOriginal) {
  String of(BookedEntry.Line line) {
    String home = line.signed().toPlainString() + " " + currency;
    return line.original()
        .map(told -> isOriginal ? cost(told, line.signed()) : home + "  ; original:" + plain(told))
        .orElse(home);
  }

  /** A cost has no sign; amounts of different signs, or none, cannot be told so. */
  private String cost(Money told, BigDecimal home) {
    return told.amount().signum() == home.signum()
        ? "%s @@ %s %s".formatted(plain(told), home.abs().toPlainString(), currency)
        : home.toPlainString() + " " + currency;
  }

  private static String plain(Money money) {
    int digits = Money.digits(money.currency());
    return money.amount().setScale(digits).toPlainString() + " " + money.currency();
  }
}
