package org.millrace.warehouse.http;

import java.sql.Timestamp;
import org.millrace.warehouse.catalog.CsvCell;

/** Values as the lake's CSV shows them: ISO times, and an empty text told apart from no value. */
final class Csv {
  private Csv() {}

  static String cell(Object value) {
    String cell = CsvCell.of(value instanceof Timestamp time ? time.toInstant() : value);
    return cell.isEmpty() ? "\"\"" : cell;
  }
}
