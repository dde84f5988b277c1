package org.millrace.shared;

import java.math.BigDecimal;

/** One way to write each number, so that equal numbers are equal: 16.00 and 1.6E+1 are 16. */
public final class PlainNumber {
  private PlainNumber() {}

  /** The same number without trailing zeros and without exponent. */
  public static BigDecimal of(BigDecimal value) {
    BigDecimal bare = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }
}
