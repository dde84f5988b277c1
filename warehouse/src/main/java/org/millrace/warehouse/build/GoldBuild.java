package org.millrace.warehouse.build;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.millrace.warehouse.catalog.Filling;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.lake.Lake;

/** Builds the affected part of one gold table again, in one commit. */
final class GoldBuild {
  private final Lake lake;

  GoldBuild(Lake lake) {
    this.lake = lake;
  }

  Built build(Table table, Filling.FromTables load, Affected affected) {
    long before = lake.log(table).latest();
    table.sources().stream().map(lake.catalog()::named).forEach(lake::name);
    Optional<String> where = affected.condition(table);
    Dataset<Row> all = lake.session().sql(load.sql());
    Dataset<Row> part = Lake.typed(table, where.map(all::filter).orElse(all));
    if (where.isPresent()) {
      List<Row> rows = part.collectAsList();
      lake.replace(
          table.sql(),
          lake.session().createDataFrame(rows, part.schema()).coalesce(1),
          where.get());
      return new Built(table, before, lake.log(table).latest(), affected, Optional.of(rows), true);
    }
    lake.replace(table.sql(), part.coalesce(2), "");
    return new Built(table, before, lake.log(table).latest(), affected, Optional.empty(), true);
  }
}
