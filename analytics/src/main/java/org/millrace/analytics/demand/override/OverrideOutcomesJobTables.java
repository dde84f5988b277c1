package org.millrace.analytics.demand.override;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.millrace.analytics.demand.override.StandingOverridesJobRows.Standing;
import org.millrace.analytics.demand.signal.SalesSignals.Overriding;
import org.millrace.analytics.schedule.Target;
import org.millrace.warehouse.lake.Lake;
import org.millrace.warehouse.lake.RowsInHand;
import org.millrace.warehouse.row.RowWriter;

/**
 * Keeps which overrides stood in the forecasts that were frozen, and holds each against what was
 * sold once its week is over: the value added is the error of the figure without it less its own.
 *
 * <p>Source: Gilliland, The Business Forecasting Deal (2010), forecast value added. Worked: 50
 * calculated, 14 said, 10 sold: errors 40 and 4, value added 36. Of a location that made 0.6 of the
 * item's sales, 0.6 of what was calculated is what would have been published without it.
 */
public final class OverrideOutcomesJobTables {

  private static final String FROZEN = "gold.override_frozen";
  private static final String OUTCOME = "gold.override_outcome";

  /** The tables it writes. */
  public static final List<String> ALL = List.of(FROZEN, OUTCOME);

  private static final String[] WEEK = {"item", "period"};
  private static final String[] KEY = {"item", "location", "period", "lag"};

  private final Lake lake;
  private final RowsInHand held;
  private final Target target;

  public OverrideOutcomesJobTables(Lake lake, RowsInHand held, Target target) {
    this.lake = lake;
    this.held = held;
    this.target = target;
  }

  /** Keeps those that stand in rows which are about to be frozen; what was kept stands for ever. */
  public void freeze(Dataset<Row> fresh, List<Standing> standing) {
    if (standing.isEmpty()) {
      return;
    }
    Dataset<Row> rows =
        fresh
            .where("override is not null")
            .drop("override")
            .join(inPlace(standing), WEEK)
            .withColumn("calculated", col("calculated").multiply(col("share")))
            .withColumnRenamed("quantity", "override")
            .join(company(FROZEN).select("item", "location", "period", "lag"), KEY, "left_anti")
            .select(columns(FROZEN));
    lake.add(FROZEN, rows);
  }

  /** Without those of locations where one of the whole item stands in their place. */
  private Dataset<Row> inPlace(List<Standing> standing) {
    Set<List<Object>> whole = new HashSet<>();
    standing.stream()
        .map(Standing::figure)
        .filter(Overriding::isWhole)
        .forEach(each -> whole.add(List.of(each.item(), each.week())));
    RowWriter writer = RowWriter.of("standing overrides", columns());
    List<Row> rows =
        standing.stream()
            .filter(
                each ->
                    each.figure().isWhole()
                        || !whole.contains(List.of(each.figure().item(), each.figure().week())))
            .map(each -> row(writer, each))
            .toList();
    return writer.dataset(lake.session(), rows);
  }

  /** Those of the table that an override says, its quantity as it was given, and its share. */
  private StructType columns() {
    return RowWriter.columns(
            lake.catalog().named(FROZEN), List.of("item", "location", "period", "author", "note"))
        .add("quantity", DataTypes.DoubleType)
        .add("share", DataTypes.DoubleType);
  }

  private static Row row(RowWriter writer, Standing standing) {
    Overriding figure = standing.figure();
    return writer
        .row()
        .set("item", figure.item())
        .set("location", figure.location())
        .set("share", figure.isWhole() ? 1.0 : figure.share())
        .set("period", figure.week())
        .set("quantity", figure.quantity())
        .set("author", standing.author())
        .set("note", standing.note())
        .done();
  }

  /** Writes what became of those whose week is not after the last one. */
  public void write(LocalDate lastWeek) {
    Dataset<Row> known =
        company(FROZEN).where(col("period").leq(Date.valueOf(lastWeek))).drop("frozen_as_of");
    if (known.isEmpty()) {
      return;
    }
    Dataset<Row> outcomes =
        known
            .join(sold(known), new String[] {"item", "location", "period"}, "left")
            .selectExpr("*", "greatest(coalesce(sold, 0), 0) as actual_qty")
            .selectExpr(
                "*",
                "abs(calculated - actual_qty) as calculated_abs_error_qty",
                "abs(override - actual_qty) as abs_error_qty")
            .selectExpr("*", "calculated_abs_error_qty - abs_error_qty as value_added_qty")
            .withColumn("as_of", lit(Date.valueOf(target.asOf())))
            .select(columns(OUTCOME));
    lake.replace(OUTCOME, target.company(), outcomes, target.replacedRows());
  }

  /** Of the whole item what was invoiced, of a location what left it for customers. */
  private Dataset<Row> sold(Dataset<Row> known) {
    Dataset<Row> whole =
        company("gold.demand_weekly")
            .selectExpr("item", "'' as location", "period", "quantity as sold");
    Dataset<Row> located = known.where("location <> ''").select("item", "location").distinct();
    if (located.isEmpty()) {
      return whole;
    }
    return whole.union(
        company("silver.stock_movement")
            .where("document_domain = 'sales'")
            .join(located, new String[] {"item", "location"}, "left_semi")
            .selectExpr(
                "item",
                "location",
                "cast(date_trunc('WEEK', occurred_at) as date) as period",
                "-quantity as sold")
            .groupBy("item", "location", "period")
            .agg(sum("sold").as("sold")));
  }

  private Column[] columns(String table) {
    return lake.catalog().named(table).columnNames().stream()
        .map(functions::col)
        .toArray(Column[]::new);
  }

  private Dataset<Row> company(String table) {
    return held.ofCompany(table, target.company());
  }
}
