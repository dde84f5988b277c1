package org.millrace.analytics.demand;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.millrace.analytics.schedule.Target;
import org.millrace.warehouse.row.TableRow;

/**
 * Reads the launches of one company that its young items are held beside: items in the same unit of
 * measure whose first sale was seen, that are young no longer, the latest first. Without a young
 * item nothing is read but the weeks of first sales.
 */
final class DemandJobAnalogues {

  /** Weeks of a company's data after which a first sale is taken for a launch. */
  private static final int UNSEEN_WEEKS = 4;

  private static final int MOST_LAUNCHES = 2_000;
  private static final String[] ITEM = {"item"};

  private final Dataset<Row> demand;
  private final Dataset<Row> units;
  private final Target target;
  private final LocalDate lastWeek;

  /**
   * @param demand weeks of the items to forecast
   * @param units the unit of measure of each item of the master data
   */
  DemandJobAnalogues(Dataset<Row> demand, Dataset<Row> units, Target target) {
    this.demand = demand;
    this.units = units;
    this.target = target;
    this.lastWeek = Grain.WEEK.lastComplete(target.asOf());
  }

  /** The analogues by unit of measure; a unit with too few launches is not in it. */
  Map<String, Analogues> byUnit() {
    Dataset<Row> firsts =
        demand.where("quantity > 0").groupBy("item").agg(min("period").as("first"));
    TableRow seen =
        TableRow.of(firsts.agg(min("first").as("earliest"), max("first").as("latest")).head());
    LocalDate lastYoung = Grain.WEEK.plus(lastWeek, 1 - Analogues.GROWN);
    if (!seen.has("earliest") || !seen.day("latest").isAfter(lastYoung)) {
      return Map.of();
    }
    LocalDate from = Grain.WEEK.plus(seen.day("earliest"), UNSEEN_WEEKS);
    Dataset<Row> launched =
        firsts
            .where(col("first").between(Date.valueOf(from), Date.valueOf(lastYoung)))
            .orderBy(col("first").desc(), col("item"))
            .limit(MOST_LAUNCHES);
    Map<String, List<double[]>> launches = new TreeMap<>();
    TableRow.all(weeks(launched).collectAsList())
        .forEach(
            row ->
                launches
                    .computeIfAbsent(row.text("unit"), unit -> new ArrayList<>())
                    .add(launch(row)));
    Map<String, Analogues> analogues = new TreeMap<>();
    launches.forEach(
        (unit, all) -> Analogues.of(all).ifPresent(found -> analogues.put(unit, found)));
    return analogues;
  }

  /** Items with their unit and the weeks of their launch that can count. */
  private Dataset<Row> weeks(Dataset<Row> launched) {
    return demand
        .where(col("period").leq(Date.valueOf(lastWeek)))
        .join(broadcast(launched), ITEM)
        .where("period between first and date_add(first, %d)".formatted(7 * Analogues.LONGEST - 7))
        .groupBy("item")
        .agg(
            collect_list(col("period").cast("string")).as("periods"),
            collect_list(col("quantity").cast("double")).as("quantities"))
        .join(units, ITEM, "left")
        .withColumn("unit", coalesce(col("unit"), lit("")))
        .orderBy("item");
  }

  private double[] launch(TableRow row) {
    return DemandJobRows.series(row, target.asOf()).quantities();
  }
}
