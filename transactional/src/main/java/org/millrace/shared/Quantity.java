package org.millrace.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A signed number of units of an item, with at most four decimals. */
public record Quantity(BigDecimal value) implements Comparable<Quantity> {
  /** A quantity has at most so many decimals. */
  public static final int DECIMALS = 4;

  /** None. */
  public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

  public Quantity {
    BigDecimal bare = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    new Problems()
        .require(
            bare.scale() <= DECIMALS && bare.precision() - bare.scale() <= 12,
            "quantity",
            value.toPlainString(),
            "at most 4 decimals and 12 digits before them")
        .refuse("The quantity cannot be used");
    value = bare.scale() < 0 ? bare.setScale(0) : bare;
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
