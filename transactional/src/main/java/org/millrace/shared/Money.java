package org.millrace.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An exact decimal amount of one currency. It never rounds by itself: only {@link #rounded()} (half
 * up, to the currency's digits) and {@link #dividedBy} do, and it refuses to mix currencies.
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
  private static final int DIGITS = 60;

  /** No rounded amount is larger than this: what holds amounts downstream has room for sums. */
  public static final BigDecimal MOST = new BigDecimal("999999999999.99");

  /**
   * A component of a record that is an amount of money. A bare {@code Money} without it is in the
   * currency of the company.
   */
  @Documented
  @Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Amount {
    /**
     * The field that says its currency, such as {@code documentCurrency} or {@code
     * foreign.currency}: of the nearest record around it that has it. Where none is named, or that
     * is absent, the amount is in the currency of the company.
     */
    String in() default "";
  }

  public Money {
    Objects.requireNonNull(currency, "currency");
    amount = plain(amount, currency);
  }

  /** An amount in a currency. */
  public static Money of(BigDecimal amount, Currency currency) {
    return new Money(amount, currency);
  }

  /** An amount and an ISO 4217 code as people write them: {@code of("19.90", "GBP")}. */
  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), Currency.getInstance(currency));
  }

  /** Nothing, of that currency. */
  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /** The sum; both must be of one currency. */
  public Money plus(Money other) {
    return new Money(amount.add(same(other)), currency);
  }

  /** The difference; both must be of one currency. */
  public Money minus(Money other) {
    return new Money(amount.subtract(same(other)), currency);
  }

  /** The same amount with the other sign. */
  public Money negated() {
    return new Money(amount.negate(), currency);
  }

  /** The exact, unrounded product: a unit price times a quantity. */
  public Money times(Quantity quantity) {
    return times(quantity.value());
  }

  /** The exact, unrounded product. */
  public Money times(BigDecimal factor) {
    return new Money(amount.multiply(factor), currency);
  }

  /** The amount for one unit, half up to that many decimals: 220 / 20 = 11. */
  public Money dividedBy(Quantity quantity, int decimals) {
    return new Money(amount.divide(quantity.value(), decimals, RoundingMode.HALF_UP), currency);
  }

  /**
   * Half up to the digits of the currency: GBP 2.345 becomes 2.35, JPY 2.5 becomes 3.
   *
   * @throws Refused when the amount is larger than {@link #MOST}
   */
  public Money rounded() {
    if (amount.abs().compareTo(MOST) > 0) {
      throw Decimals.beyond("amount", amount.toString(), "at most " + MOST + " for one line");
    }
    return new Money(amount.setScale(digits(currency), RoundingMode.HALF_UP), currency);
  }

  /** How many decimals an amount in a currency has; none where the currency has no such thing. */
  public static int digits(Currency currency) {
    return Math.max(0, currency.getDefaultFractionDigits());
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  public boolean isPositive() {
    return amount.signum() > 0;
  }

  public boolean isNegative() {
    return amount.signum() < 0;
  }

  @Override
  public int compareTo(Money other) {
    return amount.compareTo(same(other));
  }

  @Override
  public String toString() {
    return currency.getCurrencyCode() + " " + amount.toPlainString();
  }

  private BigDecimal same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "Cannot combine " + this + " with " + other + ": convert one of them first");
    }
    return other.amount;
  }

  private static BigDecimal plain(BigDecimal amount, Currency currency) {
    if (!Decimals.hasAtMost(amount, DIGITS, DIGITS)) {
      throw Decimals.beyond("amount", amount.toString(), "at most " + MOST);
    }
    BigDecimal bare = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    int digits = digits(currency);
    return bare.scale() < digits ? bare.setScale(digits, RoundingMode.UNNECESSARY) : bare;
  }
}
