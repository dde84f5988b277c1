package org.millrace.analytics.demand.frozen;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.millrace.warehouse.lake.Lake;
import org.millrace.warehouse.lake.SqlLiteral;

/**
 * Keeps the first forecast published for an item, period and lag of 1 to {@value #LAST_LAG} for
 * ever, and holds it against what was sold once the period is over. The lag counts from the period
 * of the as-of day.
 */
public final class FrozenSeriesJobTables {

  private static final String FROZEN = "gold.series_frozen";
  private static final String ACCURACY = "gold.series_accuracy";

  /** The tables it writes. */
  public static final List<String> ALL = List.of(FROZEN, ACCURACY);

  private static final int LAST_LAG = 6;

  private static final String[] KEY = {"item", "period", "lag"};
  private static final String[] PERIOD = {"item", "period"};
  private static final String[] SUMS = {
    "max(item_name) as item_name",
    "cast(count(1) as int) as periods",
    "sum(actual) as actual_qty",
    "sum(abs(forecast - actual)) as abs_error_qty",
    "sum(forecast - actual) as error_qty",
    "sum(abs(naive - actual)) as naive_abs_error_qty",
    "sum(scale) as scale_qty",
    "count(lo80) as covered_periods",
    "count_if(actual between lo80 and hi80) as inside80_periods",
    "count_if(actual between lo95 and hi95) as inside95_periods"
  };

  private final Lake lake;
  private final Run run;

  public FrozenSeriesJobTables(Lake lake, Run run) {
    this.lake = lake;
    this.run = run;
  }

  /**
   * What was run.
   *
   * @param grain day or month
   * @param lastComplete the first day of the last period that is over
   */
  public record Run(String company, String grain, LocalDate asOf, LocalDate lastComplete) {}

  /** Freezes what was not frozen yet of the items' published forecasts. */
  public void freeze(Dataset<Row> published) {
    Dataset<Row> fresh =
        published
            .withColumn("lag", lag())
            .withColumnRenamed("as_of", "frozen_as_of")
            .where(col("lag").between(1, LAST_LAG))
            .join(frozen().select("item", "period", "lag"), KEY, "left_anti")
            .select(columns(FROZEN));
    lake.append(FROZEN, fresh);
  }

  /** Periods from that of the as-of day. */
  private Column lag() {
    return expr(
        "cast(timestampdiff(%1$s, date_trunc('%1$s', date'%2$s'), period) as int)"
            .formatted(run.grain, run.asOf));
  }

  /**
   * Writes the errors by lag of periods that are over.
   *
   * @param sold item, period and quantity, perhaps in several rows
   */
  public void compare(Dataset<Row> sold) {
    Dataset<Row> actual = sold.groupBy("item", "period").agg(sum("quantity").as("sold"));
    Column[] sums = Arrays.stream(SUMS).map(functions::expr).toArray(Column[]::new);
    Dataset<Row> rows =
        frozen()
            .where(col("period").leq(Date.valueOf(run.lastComplete)))
            .join(actual, PERIOD, "left")
            .withColumn("actual", expr("greatest(coalesce(sold, 0), 0)"))
            .groupBy("item", "lag")
            .agg(sums[0], Arrays.copyOfRange(sums, 1, sums.length))
            .withColumn("company", lit(run.company))
            .withColumn("grain", lit(run.grain))
            .withColumn("as_of", lit(Date.valueOf(run.asOf)));
    lake.replace(
        ACCURACY,
        rows,
        SqlLiteral.ofCompany(
            run.company, "grain = '%s' and as_of = date'%s'".formatted(run.grain, run.asOf)));
  }

  private Dataset<Row> frozen() {
    return lake.read(FROZEN)
        .where(col("company").equalTo(run.company).and(col("grain").equalTo(run.grain)));
  }

  private Column[] columns(String table) {
    return lake.catalog().named(table).columnNames().stream()
        .map(functions::col)
        .toArray(Column[]::new);
  }
}
