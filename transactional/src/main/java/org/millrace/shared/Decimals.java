package org.millrace.shared;

import java.math.BigDecimal;

/**
 * The one way in for decimal numbers from outside, whether they come as JSON, CSV or workbook. A
 * number of few characters can stand for one of a billion digits (1e999999999), so its size is
 * checked before anything is computed with it or written out.
 */
public final class Decimals {
  /** A number has at most so many digits. */
  public static final int DIGITS = 20;

  /** A number has at most so many decimals, and at most so many zeros before the point. */
  public static final int SCALE = 12;

  /** No amount of a document and no other number that is entered is larger than this. */
  public static final BigDecimal MOST = new BigDecimal("999999999999.999999");

  private static final int LONGEST_TEXT = 60;
  private static final int LONGEST_SHOWN = 40;

  private static final String EXPECTED =
      "a number of at most %d digits and %d decimals, from -%s to %3$s"
          .formatted(DIGITS, SCALE, MOST.toPlainString());

  private Decimals() {}

  /**
   * The number that a text says.
   *
   * @throws NumberFormatException when it says none
   * @throws Refused naming the field when it is larger or finer than any number may be
   */
  public static BigDecimal read(String field, String text) {
    if (text.length() > LONGEST_TEXT) {
      throw beyond(field, text, EXPECTED);
    }
    return within(field, new BigDecimal(text));
  }

  /**
   * The same number in its plain form.
   *
   * @throws Refused naming the field when it is larger or finer than any number may be
   */
  public static BigDecimal within(String field, BigDecimal value) {
    if (!isSane(value) || value.abs().compareTo(MOST) > 0) {
      throw beyond(field, value.toString(), EXPECTED);
    }
    return PlainNumber.of(value);
  }

  /** Whether a number is small enough to be computed with; it may lie above {@link #MOST}. */
  static boolean isSane(BigDecimal value) {
    return hasAtMost(value, DIGITS, SCALE);
  }

  static boolean hasAtMost(BigDecimal value, int digits, int scale) {
    if (value.signum() == 0) {
      return true;
    }
    if (Math.abs((long) value.scale()) > scale + (long) LONGEST_TEXT
        || value.precision() > digits + LONGEST_TEXT) {
      return false;
    }
    BigDecimal bare = value.stripTrailingZeros();
    return bare.precision() <= digits
        && bare.scale() <= scale
        && (long) bare.precision() - bare.scale() <= digits;
  }

  /** The refusal of a number, shown as short as it is told apart. */
  static Refused beyond(String field, String value, String expected) {
    String shown =
        value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) + "..." : value;
    return new Problems().add(field, shown, expected).refused("The number cannot be used");
  }
}
