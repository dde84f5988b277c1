package org.millrace.dashboards.cockpit.row;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.millrace.warehouse.catalog.CsvCell;

/** Comma-separated lines as RFC 4180 has them. */
final class Csv {
  private Csv() {}

  static void line(Writer out, List<?> values) throws IOException {
    String comma = "";
    for (Object value : values) {
      out.write(comma);
      out.write(CsvCell.of(value));
      comma = ",";
    }
    out.write("\r\n");
  }
}
