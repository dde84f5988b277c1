package org.millrace.warehouse.row;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.millrace.warehouse.catalog.Column;
import org.millrace.warehouse.catalog.Table;

/**
 * Makes rows of one table: each value is set by the name of its column and takes the type that
 * table.yaml says. A name that the table does not have, a value of another type and a row that
 * lacks a column are refused.
 */
public final class RowWriter implements Serializable {
  private static final long serialVersionUID = 1;

  private final String table;
  private final StructType schema;
  private final List<CellType> types;
  private final HashMap<String, Integer> places = new HashMap<>();

  private RowWriter(String table, StructType schema) {
    this.table = table;
    this.schema = schema;
    this.types =
        Arrays.stream(schema.fields()).map(field -> CellType.of(field.dataType())).toList();
    for (String column : schema.fieldNames()) {
      places.put(column, places.size());
    }
  }

  /** A writer for a table of the catalog. */
  public static RowWriter of(Table table) {
    return new RowWriter(table.sql(), columns(table, table.columnNames()));
  }

  /** A writer for rows on their way to tables, with columns that {@link #columns} gave. */
  public static RowWriter of(String name, StructType columns) {
    return new RowWriter(name, columns);
  }

  /** Some columns of a table, of the types of its table.yaml, in the order of their names. */
  public static StructType columns(Table table, List<String> names) {
    StructType columns = new StructType();
    for (String name : names) {
      Column column =
          table
              .column(name)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "%s has no column '%s'; it has %s"
                              .formatted(table.sql(), name, table.columnNames())));
      columns = columns.add(name, column.type().lake());
    }
    return columns;
  }

  /** The columns of a table but for those named. */
  public static StructType columnsBut(Table table, List<String> without) {
    return columns(
        table, table.columnNames().stream().filter(name -> !without.contains(name)).toList());
  }

  /** The columns of the rows, in order. */
  public StructType schema() {
    return schema;
  }

  /** The rows as Spark takes them. */
  public Dataset<Row> dataset(SparkSession session, List<Row> rows) {
    return session.createDataFrame(rows, schema);
  }

  /** A row with nothing set yet. */
  public Draft row() {
    return new Draft();
  }

  /** One row while its columns are set. */
  public final class Draft {
    private final @Nullable Object[] values = new @Nullable Object[places.size()];
    private final boolean[] isSet = new boolean[places.size()];

    private Draft() {}

    /**
     * Sets a column. Absent values (null, an empty Optional) are null in the row; a double in a
     * decimal column is rounded to the column's scale, half to even.
     */
    public Draft set(String column, @Nullable Object value) {
      Integer place = places.get(column);
      if (place == null) {
        throw new IllegalArgumentException(
            "%s has no column '%s'; it has %s"
                .formatted(table, column, Arrays.asList(schema.fieldNames())));
      }
      if (isSet[place]) {
        throw new IllegalArgumentException(
            "Column '%s' of a row of %s is set twice".formatted(column, table));
      }
      values[place] = stored(place, given(value));
      isSet[place] = true;
      return this;
    }

    /** The row; refuses one of which a column was not set. */
    public Row done() {
      List<String> missing = new ArrayList<>();
      for (int place = 0; place < isSet.length; place++) {
        if (!isSet[place]) {
          missing.add(schema.fieldNames()[place]);
        }
      }
      if (!missing.isEmpty()) {
        throw new IllegalStateException(
            "A row of %s lacks %s; set every column".formatted(table, missing));
      }
      return new GenericRowWithSchema(values, schema);
    }
  }

  private static @Nullable Object given(@Nullable Object value) {
    if (value instanceof Optional<?> maybe) {
      return maybe.orElse(null);
    } else if (value instanceof OptionalDouble maybe) {
      return maybe.isPresent() ? maybe.getAsDouble() : null;
    } else if (value instanceof OptionalInt maybe) {
      return maybe.isPresent() ? maybe.getAsInt() : null;
    }
    return value;
  }

  private @Nullable Object stored(int place, @Nullable Object value) {
    return value == null
        ? null
        : types.get(place).stored(value).orElseThrow(() -> mistyped(place, value));
  }

  private IllegalArgumentException mistyped(int place, Object value) {
    StructField column = schema.fields()[place];
    return new IllegalArgumentException(
        "Column '%s' of %s is %s, not %s (%s)"
            .formatted(
                column.name(),
                table,
                column.dataType().sql().toLowerCase(Locale.ROOT),
                value,
                value.getClass().getSimpleName()));
  }
}
