package org.millrace.exchange.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of a sales history as read: one line of a paper. Equal rows of a paper are different sales;
 * the hash says which rows are equal, whatever file or form they came in.
 */
record SalesRow(
    long line,
    String number,
    String item,
    String description,
    BigDecimal quantity,
    LocalDateTime date,
    BigDecimal unitPrice,
    Optional<String> customer,
    String country) {
  UUID hash() {
    String whole =
        String.join(
            "\u001f",
            number,
            item,
            description,
            bare(quantity),
            date.toString(),
            bare(unitPrice),
            customer.orElse(""),
            country);
    return UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
  }

  /** Quantity x unit price, half up to the digits of the currency: 3 x 0.335 = 1.01. */
  BigDecimal amount(Currency currency) {
    return quantity
        .multiply(unitPrice)
        .setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_UP);
  }

  private static String bare(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
