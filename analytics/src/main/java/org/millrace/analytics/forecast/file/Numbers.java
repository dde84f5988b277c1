package org.millrace.analytics.forecast.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.millrace.analytics.forecast.season.Seasons;

/** Numbers as files write them. */
final class Numbers {

  private static final MathContext DIGITS = new MathContext(12);
  private static final int MOST = 100_000;
  private static final Set<String> MISSING = Set.of("", "na", "n/a", "#n/a", "nan", "null", "none");

  private static final String SIGN = "[-+]?";
  private static final String BETWEEN = "(?<=\\d)['\u2019 \u00A0\u202F](?=\\d{3}(\\D|$))";

  private Numbers() {}

  /** A whole number from 1 on; {@code place} says where it stands. */
  static int count(String text, String place) {
    try {
      String whole = text.strip().replaceFirst("\\.0*$", "");
      int count = (int) Math.min(Integer.MAX_VALUE, Long.parseLong(whole));
      if (count >= 1 && count <= MOST) {
        return count;
      }
    } catch (NumberFormatException e) {
      // said below, as for a number out of range
    }
    throw new FileRefused(place + " is '" + text + "', but takes a whole number from 1 to " + MOST);
  }

  /** Seasons such as 12 or 24,168, also as 24;168 or "24 168". */
  static Seasons seasons(String text, String place) {
    List<Integer> seasons = new ArrayList<>();
    for (String each : text.strip().split("[,;|\\s]+")) {
      seasons.add(count(each, place));
    }
    return new Seasons(seasons);
  }

  /** The value of a cell; NaN for a missing one. */
  static double value(String text, String place) {
    String cell = text.strip();
    String lower = cell.toLowerCase(Locale.ROOT);
    if (MISSING.contains(lower)) {
      return Double.NaN;
    }
    try {
      double value = Double.parseDouble(cell);
      if (Double.isInfinite(value) && cell.chars().anyMatch(Character::isDigit)) {
        throw new FileRefused(place + " is '" + cell + "', which is too large");
      }
      if (Double.isFinite(value) && Character.digit(cell.charAt(cell.length() - 1), 10) >= 0
          || cell.endsWith(".")) {
        return value;
      }
    } catch (NumberFormatException e) {
      // said below, as for infinity
    }
    throw new FileRefused(place + " is '" + cell + "', which is no number" + advice(cell));
  }

  /** How a number that is written otherwise is to be written; empty for what holds no digit. */
  private static String advice(String cell) {
    String plain = cell.replaceAll(BETWEEN, "");
    if (cell.matches(SIGN + "\\d{1,3},\\d{3}")) {
      return ". Write %s, or %s if the comma begins the fraction"
          .formatted(cell.replace(",", ""), cell.replace(',', '.'));
    }
    String grouped = cell.replaceAll(BETWEEN, ",");
    if (grouped.matches(SIGN + "\\d{1,3}(,\\d{3})*(\\.\\d+)?")) {
      return ". Write %s, with nothing between the thousands".formatted(grouped.replace(",", ""));
    }
    if (plain.matches(SIGN + "(\\d+|\\d{1,3}(\\.\\d{3})+),\\d+")) {
      return ". Write %s, with a point before the fraction"
          .formatted(plain.replace(".", "").replace(',', '.'));
    }
    boolean hasDigits = cell.chars().anyMatch(Character::isDigit);
    return hasDigits ? ". Write the number alone, such as 1203.5" : "";
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
