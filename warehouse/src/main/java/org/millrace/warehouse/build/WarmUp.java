package org.millrace.warehouse.build;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.millrace.warehouse.catalog.Filling;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.check.Quarantine;
import org.millrace.warehouse.lake.Lake;

/**
 * Asks the question of a table once over a row without content and forgets the answer, so that the
 * first cycle with work finds its code loaded and compiled.
 */
record WarmUp(Lake lake) {

  void run(Table table) {
    if (table.filling() instanceof Filling.FromEvents load) {
      Row event =
          RowFactory.create(
              "",
              load.types().get(0),
              0L,
              "",
              Timestamp.from(Instant.EPOCH),
              Timestamp.from(Instant.EPOCH),
              "{}",
              0L);
      Slice slice = Slice.inHand(lake.session(), List.of(event), Bronze.COLUMNS, 0);
      Dataset<Row> loaded = new SilverMerge(lake, table, load).loaded(slice);
      Quarantine.judged(table, loaded).collectAsList();
    } else if (table.filling() instanceof Filling.FromTables load) {
      Map<String, String> views = new HashMap<>();
      for (String source : table.sources()) {
        String view = "warm_up_" + table.name().table() + "_" + views.size();
        StructType columns = StructType.fromDDL(Lake.ddl(lake.catalog().named(source)));
        Row nothing = RowFactory.create(new Object[columns.length()]);
        lake.session().createDataFrame(List.of(nothing), columns).createOrReplaceTempView(view);
        views.put(source, view);
      }
      Lake.typed(table, lake.session().sql(GoldBuild.placed(load.sql(), views))).collectAsList();
      views.values().forEach(lake.session().catalog()::dropTempView);
    }
  }
}
