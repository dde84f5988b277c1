package org.millrace.analytics.demand;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.millrace.warehouse.catalog.Catalog;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.row.RowWriter;
import org.millrace.warehouse.row.TableRow;

/**
 * The columns of what {@link DemandJob} finds of an item, as its tables have them: each row holds
 * the columns of the one table that its first column names.
 */
record DemandJobColumns(
    RowWriter all, RowWriter ahead, RowWriter past, RowWriter tested, RowWriter alert)
    implements Serializable {

  static final String AHEAD = "ahead";
  static final String PAST = "past";
  static final String TESTED = "tested";
  static final String ALERT = "alert";

  private static final List<String> PARTS = List.of(AHEAD, PAST, TESTED, ALERT);
  private static final List<String> ITEM = List.of("item", "item_name");

  /** What every row of a table has, and what says where its figures come from. */
  private static final List<String> HEAD =
      List.of("company", "as_of", "item", "item_name", "source");

  /** The errors of tests, which know no override. */
  private static final List<String> OF_FROZEN =
      List.of(
          "calculated_abs_error_qty",
          "statistical_abs_error_qty",
          "overridden_periods",
          "overridden_actual_qty",
          "overridden_abs_error_qty",
          "overridden_calculated_abs_error_qty");

  static DemandJobColumns of(Catalog catalog) {
    Table forecast = catalog.named(DemandJobTables.FORECAST);
    StructType frozen =
        RowWriter.columns(catalog.named(DemandJobTables.FROZEN), List.of("calculated", "scale"));
    StructType ahead =
        merged(RowWriter.columnsBut(forecast, HEAD), frozen).add("step", DataTypes.IntegerType);
    StructType past = RowWriter.columnsBut(catalog.named(DemandJobTables.ACTUAL), HEAD);
    StructType tested =
        RowWriter.columnsBut(
            catalog.named(DemandJobTables.ACCURACY),
            Stream.concat(HEAD.stream(), OF_FROZEN.stream()).toList());
    StructType alert = RowWriter.columnsBut(catalog.named(DemandJobTables.EXCEPTION), HEAD);
    StructType all =
        merged(
                new StructType().add("part", DataTypes.StringType),
                RowWriter.columns(forecast, ITEM))
            .add(AHEAD, ahead)
            .add(PAST, past)
            .add(TESTED, tested)
            .add(ALERT, alert);
    return new DemandJobColumns(
        RowWriter.of("what is found of an item", all),
        RowWriter.of(AHEAD, ahead),
        RowWriter.of(PAST, past),
        RowWriter.of(TESTED, tested),
        RowWriter.of(ALERT, alert));
  }

  private static StructType merged(StructType first, StructType second) {
    return new StructType(
        Stream.of(first, second)
            .flatMap(each -> Stream.of(each.fields()))
            .toArray(StructField[]::new));
  }

  StructType schema() {
    return all.schema();
  }

  /** A row of one part, without the others. */
  Row row(TableRow item, String part, Row content) {
    RowWriter.Draft draft =
        all.row()
            .set("part", part)
            .set("item", item.text("item"))
            .set("item_name", item.maybeText("item_name"));
    PARTS.forEach(each -> draft.set(each, each.equals(part) ? content : null));
    return draft.done();
  }
}
