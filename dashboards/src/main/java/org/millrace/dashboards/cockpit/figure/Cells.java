package org.millrace.dashboards.cockpit.figure;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;

/**
 * Values of mart rows as people and JSON read them: numbers plain, dates ISO, absent as empty text.
 */
public final class Cells {
  private Cells() {}

  /** One value of the current row. */
  public static Object of(ResultSet row, int column) throws SQLException {
    int type = row.getMetaData().getColumnType(column);
    if (type == Types.NUMERIC) {
      BigDecimal number = row.getBigDecimal(column);
      return number == null ? "" : number;
    }
    if (type == Types.TIMESTAMP || type == Types.TIMESTAMP_WITH_TIMEZONE) {
      Timestamp time = row.getTimestamp(column);
      return time == null ? "" : time.toInstant().toString();
    }
    Object value = row.getObject(column);
    return value == null ? "" : value instanceof Number ? value : value.toString();
  }
}
