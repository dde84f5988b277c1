package org.millrace.warehouse.publish;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Iterator;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.millrace.warehouse.catalog.Table;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Streams rows into a PostgreSQL table by COPY; memory does not grow with their number. */
final class CopyRows {
  private static final int CHUNK = 1 << 16;

  private CopyRows() {}

  static long into(Connection connection, String relation, Table table, Iterator<Row> rows)
      throws SQLException {
    String columns =
        table.columnNames().stream()
            .map(name -> '"' + name + '"')
            .collect(Collectors.joining(", "));
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY " + relation + " (" + columns + ") FROM STDIN (FORMAT csv)");
    try {
      StringBuilder text = new StringBuilder(CHUNK + 1024);
      while (rows.hasNext()) {
        append(text, rows.next());
        if (text.length() >= CHUNK) {
          write(copy, text);
        }
      }
      write(copy, text);
      return copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static void write(CopyIn copy, StringBuilder text) throws SQLException {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    text.setLength(0);
  }

  private static void append(StringBuilder text, Row row) {
    for (int i = 0; i < row.length(); i++) {
      if (i > 0) {
        text.append(',');
      }
      if (!row.isNullAt(i)) {
        append(text, row.get(i));
      }
    }
    text.append('\n');
  }

  private static void append(StringBuilder text, Object value) {
    if (value instanceof String string) {
      text.append('"').append(string.replace("\u0000", "").replace("\"", "\"\"")).append('"');
    } else if (value instanceof BigDecimal number) {
      text.append(number.toPlainString());
    } else if (value instanceof Timestamp time) {
      text.append(time.toInstant());
    } else if (value instanceof Date date) {
      text.append(date.toLocalDate());
    } else {
      text.append(value);
    }
  }
}
