package org.millrace.ingestion.bronze.table;

import io.delta.kernel.expressions.Literal;
import io.delta.kernel.statistics.DataFileStatistics;
import io.delta.kernel.types.StructType;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.ingestion.bronze.table.Column.Form;
import org.millrace.ingestion.bronze.table.Column.Skipping;

/**
 * Least, greatest and number of missing values of each column, collected while a file is written.
 */
final class FileStatistics {

  private static final long MICROS_IN_MILLI = 1000;

  private final List<Column> columns;
  private final Comparable<?>[] least;
  private final Comparable<?>[] greatest;
  private final long[] absent;
  private long rows;

  FileStatistics(List<Column> columns) {
    this.columns = columns;
    this.least = new Comparable<?>[columns.size()];
    this.greatest = new Comparable<?>[columns.size()];
    this.absent = new long[columns.size()];
  }

  void countRow() {
    rows++;
  }

  void countAbsent(int column) {
    absent[column]++;
  }

  void see(int column, Comparable<?> value) {
    if (columns.get(column).skipping() == Skipping.BY_RANGE) {
      least[column] = smaller(least[column], value) ? least[column] : value;
      greatest[column] = smaller(value, greatest[column]) ? greatest[column] : value;
    }
  }

  /** Both values of a column have the column's own type. */
  @SuppressWarnings("unchecked")
  private static boolean smaller(Comparable<?> left, Comparable<?> right) {
    return left != null
        && right != null
        && Comparator.<Comparable<Object>>naturalOrder()
                .compare((Comparable<Object>) left, (Comparable<Object>) right)
            < 0;
  }

  long rows() {
    return rows;
  }

  String asJson(StructType schema) {
    Map<io.delta.kernel.expressions.Column, Literal> minimum = new HashMap<>();
    Map<io.delta.kernel.expressions.Column, Literal> maximum = new HashMap<>();
    Map<io.delta.kernel.expressions.Column, Long> missing = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      io.delta.kernel.expressions.Column name =
          new io.delta.kernel.expressions.Column(column.name());
      missing.put(name, absent[i]);
      if (least[i] != null) {
        minimum.put(name, column.literal(least[i]));
        maximum.put(name, column.literal(notBelowWhenCutToMillis(column, greatest[i])));
      }
    }
    return new DataFileStatistics(rows, minimum, maximum, missing, Optional.empty())
        .serializeAsJson(schema);
  }

  /** Delta writes times to the millisecond and would cut the greatest below the true one. */
  private static Comparable<?> notBelowWhenCutToMillis(Column column, Comparable<?> value) {
    return column.form() == Form.MICROS
        ? -Math.floorDiv(-(Long) value, MICROS_IN_MILLI) * MICROS_IN_MILLI
        : value;
  }
}
