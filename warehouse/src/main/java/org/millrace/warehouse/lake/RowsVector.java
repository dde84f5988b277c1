package org.millrace.warehouse.lake;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.types.DataType;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * One column of rows in hand, as Delta Kernel writes it.
 *
 * @param field place of the column in the rows; negative where they do not have it
 */
record RowsVector(List<Row> rows, int field, DataType type) implements ColumnVector {

  @Override
  public DataType getDataType() {
    return type;
  }

  @Override
  public int getSize() {
    return rows.size();
  }

  @Override
  public void close() {
    // Nothing is held.
  }

  @Override
  public boolean isNullAt(int row) {
    return field < 0 || rows.get(row).isNullAt(field);
  }

  @Override
  public boolean getBoolean(int row) {
    return (Boolean) stored(row);
  }

  @Override
  public int getInt(int row) {
    return (Integer) stored(row);
  }

  @Override
  public long getLong(int row) {
    return (Long) stored(row);
  }

  @Override
  public String getString(int row) {
    return (String) stored(row);
  }

  @Override
  public BigDecimal getDecimal(int row) {
    return (BigDecimal) stored(row);
  }

  private Object stored(int row) {
    return KernelTypes.stored(rows.get(row).get(field), type);
  }
}
