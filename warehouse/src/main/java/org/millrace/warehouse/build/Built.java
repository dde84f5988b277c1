package org.millrace.warehouse.build;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.lake.Affected;

/**
 * What one step did to a table.
 *
 * @param before Delta version that the step started from
 * @param after Delta version that it left
 * @param rows the rows that came, where they are few enough to be held; in the table's column order
 * @param whole true where the rows are all that the affected part now has, false where they are
 *     merged into it by key
 */
public record Built(
    Table table,
    long before,
    long after,
    Affected affected,
    Optional<List<Row>> rows,
    boolean whole) {
  public Built {
    rows = rows.map(List::copyOf);
  }

  /** This step and the one that followed on the same table, as one whose rows must be read. */
  Built then(Built next) {
    return new Built(
        table, before, next.after(), affected.plus(next.affected()), Optional.empty(), false);
  }
}
