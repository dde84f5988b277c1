package org.millrace.warehouse.http;

import java.math.BigDecimal;
import java.sql.Timestamp;

/** Values as the lake's CSV shows them: plain numbers, ISO dates and times, quotes where needed. */
final class Csv {
  private Csv() {}

  static String text(Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof Timestamp time) {
      return time.toInstant().toString();
    }
    return value.toString();
  }

  static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain && !text.isEmpty() ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
