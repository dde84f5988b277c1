package org.millrace.warehouse.row;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.spark.sql.Row;
import scala.Option;

/**
 * One row that is read by the names of its columns. A name that the row does not have is refused
 * with those it has, a missing value with the name of its column; what may be missing is asked for
 * as an Optional.
 */
public final class TableRow {
  private final Row row;

  private TableRow(Row row) {
    this.row = row;
  }

  /** A row as Spark or Delta Kernel gave it, with its schema. */
  public static TableRow of(Row row) {
    if (row.schema() == null) {
      throw new IllegalArgumentException("The row " + row + " has no schema to be read by name");
    }
    return new TableRow(row);
  }

  /** All of these rows. */
  public static List<TableRow> all(List<Row> rows) {
    return rows.stream().map(TableRow::of).toList();
  }

  public boolean has(String column) {
    return value(column) != null;
  }

  public String text(String column) {
    return (String) there(column);
  }

  public Optional<String> maybeText(String column) {
    return Optional.ofNullable((String) value(column));
  }

  /** A number of any numeric type. */
  public double number(String column) {
    return ((Number) there(column)).doubleValue();
  }

  public OptionalDouble maybeNumber(String column) {
    return has(column) ? OptionalDouble.of(number(column)) : OptionalDouble.empty();
  }

  public BigDecimal decimal(String column) {
    return (BigDecimal) there(column);
  }

  /** A whole number, int or bigint. */
  public long whole(String column) {
    return ((Number) there(column)).longValue();
  }

  public OptionalInt maybeInt(String column) {
    return has(column) ? OptionalInt.of(Math.toIntExact(whole(column))) : OptionalInt.empty();
  }

  public boolean yes(String column) {
    return (Boolean) there(column);
  }

  /** A date, or a text such as 2026-11-29. */
  public LocalDate day(String column) {
    return asDay(there(column));
  }

  public Optional<LocalDate> maybeDay(String column) {
    return Optional.ofNullable(value(column)).map(TableRow::asDay);
  }

  public Instant moment(String column) {
    return ((Timestamp) there(column)).toInstant();
  }

  /** The values of an array column. */
  public <T> List<T> list(String column) {
    there(column);
    return row.getList(place(column));
  }

  /** The rows of an array of structs. */
  public List<TableRow> rows(String column) {
    return all(list(column));
  }

  private static LocalDate asDay(Object value) {
    if (value instanceof Date date) {
      return date.toLocalDate();
    }
    return value instanceof LocalDate day ? day : LocalDate.parse((String) value);
  }

  private Object there(String column) {
    Object value = value(column);
    if (value == null) {
      throw new IllegalStateException("Column '" + column + "' of the row " + row + " is missing");
    }
    return value;
  }

  private Object value(String column) {
    return row.get(place(column));
  }

  private int place(String column) {
    Option<Object> place = row.schema().getFieldIndex(column);
    if (place.isEmpty()) {
      throw new IllegalArgumentException(
          "The row has no column '"
              + column
              + "'; it has "
              + Arrays.asList(row.schema().fieldNames()));
    }
    return (Integer) place.get();
  }
}
