package org.millrace.currency;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import org.millrace.shared.Code;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;

/**
 * How much of one currency is given for one unit of another, exactly: a decimal such as {@code
 * 7.15}, or a quotient such as {@code 1/1.20}.
 */
public record ExchangeRate(String value) implements Code {
  private static final int LONGEST = 80;
  private static final int MOST_DIGITS = 30;
  private static final MathContext MANY = new MathContext(60, RoundingMode.HALF_UP);

  public ExchangeRate {
    value = Code.checked("rate", "exchange rate", value, LONGEST);
    new Problems()
        .require(
            isRate(value),
            "rate",
            value,
            "a decimal above 0 such as 7.15, or a quotient of two such as 1/1.20")
        .refuse("The exchange rate cannot be used");
  }

  /** One for one. */
  public static final ExchangeRate ONE = new ExchangeRate("1");

  private static boolean isRate(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length > 2) {
      return false;
    }
    for (String part : parts) {
      if (!part.matches("[0-9]+(\\.[0-9]+)?") || part.length() > MOST_DIGITS || isZero(part)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isZero(String number) {
    return new BigDecimal(number).signum() == 0;
  }

  private BigDecimal dividend() {
    return new BigDecimal(value.split("/", -1)[0]);
  }

  private BigDecimal divisor() {
    String[] parts = value.split("/", -1);
    return parts.length == 2 ? new BigDecimal(parts[1]) : BigDecimal.ONE;
  }

  /** The amount in the other currency, half up to its digits: 400 at 1/1.20 are 333.33. */
  public Money of(BigDecimal amount, Currency into) {
    int digits = Money.digits(into);
    return Money.of(
            amount.multiply(dividend()).divide(divisor(), digits, RoundingMode.HALF_UP), into)
        .rounded();
  }

  /** The amount in the other currency with 60 digits, to be compared or rounded later. */
  public BigDecimal unrounded(BigDecimal amount) {
    return amount.multiply(dividend()).divide(divisor(), MANY);
  }

  /** The rate of the way back: of 1/1.20 it is 1.20/1. */
  public ExchangeRate inverse() {
    String back = divisor().toPlainString() + "/" + dividend().toPlainString();
    return new ExchangeRate(back.endsWith("/1") ? back.substring(0, back.length() - 2) : back);
  }

  @Override
  public String toString() {
    return value;
  }
}
