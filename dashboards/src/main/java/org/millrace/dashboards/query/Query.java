package org.millrace.dashboards.query;

import java.math.BigDecimal;
import java.util.List;

/** SQL text with {@code ?} for each value, and the values in order. */
public record Query(String sql, List<Object> values) {
  public Query {
    values = List.copyOf(values);
  }

  /** The SQL with its values written in, for people to read and run; never sent to the database. */
  public String explain() {
    StringBuilder text = new StringBuilder();
    int next = 0;
    for (char c : sql.toCharArray()) {
      if (c == '?') {
        text.append(literal(values.get(next++)));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static String literal(Object value) {
    if (value instanceof BigDecimal || value instanceof Integer || value instanceof Long) {
      return value.toString();
    }
    return "'" + value.toString().replace("'", "''") + "'";
  }
}
