package org.millrace.warehouse.lake;

import io.delta.kernel.TableManager;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.transaction.DataLayoutSpec;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import io.delta.kernel.utils.CloseableIterable;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.millrace.warehouse.catalog.Column;
import org.millrace.warehouse.catalog.ColumnType;
import org.millrace.warehouse.catalog.Table;

/** Makes a table without rows by Delta Kernel, which takes milliseconds where Spark takes one. */
final class EmptyTable {
  private final Engine engine;

  EmptyTable(Configuration hadoop) {
    this.engine = DefaultEngine.create(hadoop);
  }

  void create(Table table, String path) {
    StructType schema = new StructType();
    for (Column column : table.columns()) {
      schema = schema.add(column.name(), type(column.type()), true);
    }
    var building =
        TableManager.buildCreateTableTransaction(path, schema, "millrace warehouse")
            .withTableProperties(Map.of("delta.checkpointInterval", "50"));
    if (!table.partition().isEmpty()) {
      List<io.delta.kernel.expressions.Column> layout =
          table.partition().stream().map(io.delta.kernel.expressions.Column::new).toList();
      building = building.withDataLayoutSpec(DataLayoutSpec.partitioned(layout));
    }
    building.build(engine).commit(engine, CloseableIterable.emptyIterable());
  }

  private static DataType type(ColumnType type) {
    return switch (type.lake()) {
      case "string" -> StringType.STRING;
      case "int" -> IntegerType.INTEGER;
      case "bigint" -> LongType.LONG;
      case "boolean" -> BooleanType.BOOLEAN;
      case "date" -> DateType.DATE;
      case "timestamp" -> TimestampType.TIMESTAMP;
      default -> decimal(type.lake());
    };
  }

  private static DataType decimal(String word) {
    String[] numbers = word.substring("decimal(".length(), word.length() - 1).split(",");
    return new DecimalType(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
  }
}
