package org.millrace.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A signed number of units of an item, with at most four decimals. Sums may be larger than what may
 * be entered for one document.
 */
public record Quantity(BigDecimal value) implements Comparable<Quantity> {
  /** A quantity has at most so many decimals. */
  public static final int DECIMALS = 4;

  /** A quantity that is entered is at most a billion either way. */
  public static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

  private static final int DIGITS = 12;
  private static final String EXPECTED =
      "at most " + DECIMALS + " decimals and " + DIGITS + " digits before them";

  /** None. */
  public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

  public Quantity {
    if (!Decimals.hasAtMost(value, DIGITS + DECIMALS, DECIMALS)) {
      throw Decimals.beyond("quantity", value.toString(), EXPECTED);
    }
    value = PlainNumber.of(value);
    if (value.precision() - value.scale() > DIGITS) {
      throw Decimals.beyond("quantity", value.toString(), EXPECTED);
    }
  }

  /**
   * A quantity that somebody enters.
   *
   * @throws Refused naming the field when it is above {@link #MOST} or too fine
   */
  public static Quantity entered(String field, String text) {
    BigDecimal value = Decimals.read(field, text);
    if (value.scale() > DECIMALS || value.abs().compareTo(MOST) > 0) {
      throw Decimals.beyond(
          field,
          value.toString(),
          "a number from -%s to %1$s with at most %d decimals".formatted(MOST, DECIMALS));
    }
    return new Quantity(value);
  }

  /** A quantity as people write it. */
  public static Quantity of(String value) {
    return new Quantity(new BigDecimal(value));
  }

  /** A whole number of units. */
  public static Quantity of(long value) {
    return new Quantity(BigDecimal.valueOf(value));
  }

  /** A decimal number of units. */
  public static Quantity of(BigDecimal value) {
    return new Quantity(value);
  }

  public Quantity plus(Quantity other) {
    return new Quantity(value.add(other.value));
  }

  public Quantity minus(Quantity other) {
    return new Quantity(value.subtract(other.value));
  }

  /** The exact product; refuses a result of more than four decimals. */
  public Quantity times(Quantity other) {
    return new Quantity(value.multiply(other.value));
  }

  /** The least number of whole packs that hold it: 90 in packs of 50 is 100. */
  public Quantity inPacks(Quantity pack) {
    return pack.times(of(value.divide(pack.value, 0, RoundingMode.CEILING)));
  }

  public Quantity negated() {
    return new Quantity(value.negate());
  }

  public Quantity min(Quantity other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Quantity max(Quantity other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public boolean isZero() {
    return value.signum() == 0;
  }

  public boolean isPositive() {
    return value.signum() > 0;
  }

  public boolean isNegative() {
    return value.signum() < 0;
  }

  @Override
  public int compareTo(Quantity other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toPlainString();
  }
}
