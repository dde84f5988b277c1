package org.millrace.analytics.forecast.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as files write them. */
final class Numbers {

  private static final MathContext DIGITS = new MathContext(12);
  private static final int MOST = 100_000;

  private Numbers() {}

  /** A whole number from 1 on; {@code place} says where it stands. */
  static int count(String text, String place) {
    try {
      int count = (int) Math.min(Integer.MAX_VALUE, Long.parseLong(text.strip()));
      if (count >= 1 && count <= MOST) {
        return count;
      }
    } catch (NumberFormatException e) {
      // said below, as for a number out of range
    }
    throw new FileRefused(place + " is '" + text + "', but takes a whole number from 1 to " + MOST);
  }

  /** The value of a cell; NaN for a missing one. */
  static double value(String text, String place) {
    String cell = text.strip();
    String lower = cell.toLowerCase(Locale.ROOT);
    if (cell.isEmpty() || lower.equals("na") || lower.equals("nan") || lower.equals("null")) {
      return Double.NaN;
    }
    try {
      double value = Double.parseDouble(cell);
      if (Double.isFinite(value) && Character.digit(cell.charAt(cell.length() - 1), 10) >= 0
          || cell.endsWith(".")) {
        return value;
      }
    } catch (NumberFormatException e) {
      // said below, as for infinity
    }
    throw new FileRefused(place + " is '" + cell + "', which is no number");
  }

  /** Twelve digits, which keep what was read and drop what arithmetic added. */
  static String text(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    boolean isPlain = rounded.scale() < 18 && rounded.precision() - rounded.scale() < 18;
    return isPlain ? rounded.toPlainString() : rounded.toString();
  }
}
