package org.millrace.warehouse.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A column's type: {@code lake} is the name in lake SQL, {@code mart} the one in PostgreSQL. */
public record ColumnType(String lake, String mart) {

  static final String KNOWN =
      "string, int, bigint, boolean, date, timestamp or decimal(precision,scale)";
  private static final Map<String, String> MART =
      Map.of(
          "string", "text",
          "int", "integer",
          "bigint", "bigint",
          "boolean", "boolean",
          "date", "date",
          "timestamp", "timestamptz");
  private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d{1,2}),(\\d{1,2})\\)");

  static Optional<ColumnType> parse(String word) {
    var decimal = DECIMAL.matcher(word);
    if (decimal.matches()) {
      return Optional.of(
          new ColumnType(word, "numeric(" + decimal.group(1) + "," + decimal.group(2) + ")"));
    }
    return Optional.ofNullable(MART.get(word)).map(mart -> new ColumnType(word, mart));
  }

  public boolean isNumber() {
    return !(isText() || lake.equals("boolean") || isDate() || lake.equals("timestamp"));
  }

  public boolean isDate() {
    return lake.equals("date");
  }

  public boolean isText() {
    return lake.equals("string");
  }
}
