package org.millrace.dashboards.cockpit.row;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;

/**
 * Comma-separated lines as RFC 4180 has them. A text that a spreadsheet would run as a formula is
 * preceded by an apostrophe.
 */
final class Csv {
  private Csv() {}

  static void line(Writer out, List<?> values) throws IOException {
    String comma = "";
    for (Object value : values) {
      out.write(comma);
      out.write(cell(value));
      comma = ",";
    }
    out.write("\r\n");
  }

  private static String cell(Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof Number) {
      return value.toString();
    }
    String text = value.toString();
    String safe = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
