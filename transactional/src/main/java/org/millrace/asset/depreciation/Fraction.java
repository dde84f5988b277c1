package org.millrace.asset.depreciation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.millrace.shared.Money;

/** An exact quotient of whole numbers; the lower one is above 0. */
record Fraction(BigInteger upper, BigInteger lower) implements Comparable<Fraction> {
  static final Fraction ZERO = of(0, 1);

  Fraction {
    if (lower.signum() <= 0) {
      throw new IllegalArgumentException("A fraction of " + upper + " by " + lower);
    }
    BigInteger common = upper.gcd(lower).max(BigInteger.ONE);
    upper = upper.divide(common);
    lower = lower.divide(common);
  }

  static Fraction of(long upper, long lower) {
    return new Fraction(BigInteger.valueOf(upper), BigInteger.valueOf(lower));
  }

  static Fraction of(BigDecimal value) {
    BigDecimal whole = value.setScale(Math.max(0, value.scale()), RoundingMode.UNNECESSARY);
    return new Fraction(whole.unscaledValue(), BigInteger.TEN.pow(whole.scale()));
  }

  Fraction plus(Fraction other) {
    return new Fraction(
        upper.multiply(other.lower).add(other.upper.multiply(lower)), lower.multiply(other.lower));
  }

  Fraction minus(Fraction other) {
    return plus(new Fraction(other.upper.negate(), other.lower));
  }

  Fraction times(Fraction other) {
    return new Fraction(upper.multiply(other.upper), lower.multiply(other.lower));
  }

  Fraction times(long factor) {
    return times(of(factor, 1));
  }

  /** The quotient; the other one is above 0. */
  Fraction dividedBy(Fraction other) {
    return new Fraction(upper.multiply(other.lower), lower.multiply(other.upper));
  }

  /** The largest whole number that is not above it; it is not below 0. */
  long floor() {
    return upper.divide(lower).longValueExact();
  }

  Fraction min(Fraction other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** That part of an amount, half up to the digits of its currency. */
  Money of(Money amount) {
    int digits = Money.digits(amount.currency());
    BigDecimal part =
        amount
            .amount()
            .multiply(new BigDecimal(upper))
            .divide(new BigDecimal(lower), digits, RoundingMode.HALF_UP);
    return Money.of(part, amount.currency());
  }

  @Override
  public int compareTo(Fraction other) {
    return upper.multiply(other.lower).compareTo(other.upper.multiply(lower));
  }
}
