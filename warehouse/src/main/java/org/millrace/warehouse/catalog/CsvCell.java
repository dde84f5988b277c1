package org.millrace.warehouse.catalog;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A value as a cell of comma separated values, RFC 4180. A text that a spreadsheet would run as a
 * formula has an apostrophe before it; docs/csv-cells.txt has the cases for all modules.
 */
public final class CsvCell {
  private static final Pattern FORMULA = Pattern.compile("'*[=+@\\t\\r-].*", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("-\\d+([.,]\\d+)*([eE][+-]?\\d+)?");
  private static final Pattern QUOTED = Pattern.compile(".*[\",\r\n].*", Pattern.DOTALL);

  private CsvCell() {}

  /** The cell with quotes where it needs them. */
  public static String of(Object value) {
    String safe = safe(value);
    return QUOTED.matcher(safe).matches() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  /** The cell before it is quoted. */
  static String safe(Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    String text = value.toString();
    boolean isSafe =
        value instanceof Number
            || !FORMULA.matcher(text).matches()
            || NUMBER.matcher(text).matches();
    return isSafe ? text : "'" + text;
  }
}
