package org.millrace.notebooks;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Tablesaw columns being filled from Delta's, one per field. */
final class GoldColumns {

  private final List<Filled> columns = new ArrayList<>();

  GoldColumns(StructType schema) {
    schema.fields().forEach(field -> columns.add(filled(field)));
  }

  void add(ColumnarBatch batch, int row) {
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).add(batch.getColumnVector(i), row);
    }
  }

  Table table(String name) {
    return Table.create(name, columns.stream().map(Filled::column).toArray(Column<?>[]::new));
  }

  private static Filled filled(StructField field) {
    String name = field.getName();
    DataType type = field.getDataType();
    if (type instanceof DateType) {
      DateColumn column = DateColumn.create(name);
      return new Filled(column, (v, row) -> column.append(LocalDate.ofEpochDay(v.getInt(row))));
    }
    if (type instanceof DecimalType) {
      DoubleColumn column = DoubleColumn.create(name);
      return new Filled(column, (v, row) -> column.append(v.getDecimal(row).doubleValue()));
    }
    if (type instanceof IntegerType) {
      IntColumn column = IntColumn.create(name);
      return new Filled(column, (v, row) -> column.append(v.getInt(row)));
    }
    if (type instanceof LongType) {
      LongColumn column = LongColumn.create(name);
      return new Filled(column, (v, row) -> column.append(v.getLong(row)));
    }
    if (type instanceof BooleanType) {
      BooleanColumn column = BooleanColumn.create(name);
      return new Filled(column, (v, row) -> column.append(v.getBoolean(row)));
    }
    if (type instanceof TimestampType) {
      InstantColumn column = InstantColumn.create(name);
      return new Filled(
          column, (v, row) -> column.append(Instant.EPOCH.plus(v.getLong(row), ChronoUnit.MICROS)));
    }
    StringColumn column = StringColumn.create(name);
    return new Filled(column, (v, row) -> column.append(v.getString(row)));
  }

  /** Appends the value of a row that is not null. */
  private interface Append {
    void value(ColumnVector vector, int row);
  }

  private record Filled(Column<?> column, Append append) {
    void add(ColumnVector vector, int row) {
      if (vector.isNullAt(row)) {
        column.appendMissing();
      } else {
        append.value(vector, row);
      }
    }
  }
}
