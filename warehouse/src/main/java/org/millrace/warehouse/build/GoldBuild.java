package org.millrace.warehouse.build;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    Optional<String> where = affected.condition(table);
    Dataset<Row> all = lake.session().sql(byPath(table, load.sql()));
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

  /** The names of the sources stand for their folders in this lake. */
  private String byPath(Table table, String sql) {
    String placed = sql;
    for (String source : table.sources()) {
      String path = "delta.`" + lake.path(lake.catalog().named(source)) + "`";
      placed =
          placed.replaceAll("\\b" + Pattern.quote(source) + "\\b", Matcher.quoteReplacement(path));
    }
    return placed;
  }
}
