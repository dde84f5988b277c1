package org.millrace.analytics.demand;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.millrace.analytics.demand.override.OverrideOutcomesJobTables;
import org.millrace.analytics.demand.override.StandingOverridesJobRows.Standing;
import org.millrace.analytics.schedule.Target;
import org.millrace.warehouse.lake.Lake;
import org.millrace.warehouse.lake.RowsInHand;

/** Writes what {@link DemandJob} found for one company and day into its gold tables. */
final class DemandJobTables {

  static final String FORECAST = "gold.demand_forecast";
  static final String ACTUAL = "gold.forecast_actual";
  static final String FROZEN = "gold.forecast_frozen";
  static final String ACCURACY = "gold.forecast_accuracy";
  static final String EXCEPTION = "gold.forecast_exception";

  /** The tables it writes. */
  static final List<String> ALL =
      Stream.concat(
              Stream.of(FORECAST, FROZEN, ACTUAL, ACCURACY, EXCEPTION),
              OverrideOutcomesJobTables.ALL.stream())
          .toList();

  private static final int LAST_LAG = 6;

  /** As far as boards look back. */
  private static final int WEEKS_BACK = 57;

  /** Weeks from the week of the day to the period, whatever was written as lag. */
  private static final String LAG =
      "cast(datediff(period, cast(date_trunc('WEEK', frozen_as_of) as date)) / 7 as int) as lag";

  private static final String[] KEY = {"item", "period"};
  private static final String[] FROZEN_COLUMNS = {
    "company",
    "frozen_as_of",
    "item",
    "item_name",
    "period",
    LAG,
    "forecast",
    "calculated",
    "statistical",
    "naive",
    "override",
    "lo80",
    "hi80",
    "lo95",
    "hi95",
    "scale",
    "method"
  };
  private static final String[] TESTED_SUMS = {
    "item",
    "item_name",
    "'tested' as source",
    "tested.*",
    "tested.abs_error_qty as calculated_abs_error_qty",
    "tested.abs_error_qty as statistical_abs_error_qty",
    "0 as overridden_periods",
    "0 as overridden_actual_qty",
    "0 as overridden_abs_error_qty",
    "0 as overridden_calculated_abs_error_qty"
  };
  private static final String[] FROZEN_SUMS = {
    "max(item_name) as item_name",
    "'frozen' as source",
    "count(1) as periods",
    "sum(actual) as actual_qty",
    "sum(abs(forecast - actual)) as abs_error_qty",
    "sum(forecast - actual) as error_qty",
    "sum(abs(naive - actual)) as naive_abs_error_qty",
    "sum(scale) as scale_qty",
    "count_if(is_known) as covered_periods",
    "count_if(is_known and actual between lo80 and hi80) as inside80_periods",
    "count_if(is_known and actual between lo95 and hi95) as inside95_periods",
    "sum(abs(coalesce(calculated, if(override is null, forecast, statistical)) - actual))"
        + " as calculated_abs_error_qty",
    "sum(abs(statistical - actual)) as statistical_abs_error_qty",
    "count_if(is_overridden) as overridden_periods",
    "sum(if(is_overridden, actual, 0)) as overridden_actual_qty",
    "sum(if(is_overridden, abs(forecast - actual), 0)) as overridden_abs_error_qty",
    "sum(if(is_overridden, abs(calculated - actual), 0)) as overridden_calculated_abs_error_qty"
  };

  private final Lake lake;
  private final RowsInHand held;
  private final Target target;
  private final OverrideOutcomesJobTables outcomes;

  DemandJobTables(Lake lake, RowsInHand held, Target target) {
    this.lake = lake;
    this.held = held;
    this.target = target;
    this.outcomes = new OverrideOutcomesJobTables(lake, held, target);
  }

  /** Writes all tables from the rows of {@link DemandJobRows} and the overrides in them. */
  void write(Dataset<Row> rows, List<Standing> overrides) {
    Dataset<Row> published = published(rows);
    lake.replace(
        FORECAST,
        target.company(),
        stamped(published.drop("step", "scale", "calculated"), "as_of"),
        target.replacedRows());
    freeze(published, overrides);
    lake.replace(ACTUAL, target.company(), stamped(past(rows), "as_of"), target.replacedRows());
    lake.replace(
        ACCURACY, target.company(), stamped(accuracy(rows), "as_of"), target.replacedRows());
    Dataset<Row> alerts =
        part(rows, DemandJobColumns.ALERT).selectExpr("item", "item_name", "alert.*");
    outcomes.write(Grain.WEEK.lastComplete(target.asOf()));
    lake.replace(EXCEPTION, target.company(), stamped(alerts, "as_of"), target.replacedRows());
  }

  private static Dataset<Row> part(Dataset<Row> rows, String part) {
    return rows.where(col("part").equalTo(part));
  }

  private Dataset<Row> stamped(Dataset<Row> rows, String dayColumn) {
    return rows.withColumn("company", lit(target.company()))
        .withColumn(dayColumn, lit(Date.valueOf(target.asOf())));
  }

  private static Dataset<Row> published(Dataset<Row> rows) {
    return part(rows, DemandJobColumns.AHEAD).selectExpr("item", "item_name", "ahead.*");
  }

  /**
   * Adds what was not frozen yet: per item, week and lag the first forecast stands for ever, so
   * that what was said before is later a fact. Only what was published is: nothing of an earlier
   * day that was asked for afterwards, nothing while the weekly demand lags behind the day, as it
   * does while years of documents stream in, nothing of the week that has begun.
   */
  private void freeze(Dataset<Row> published, List<Standing> overrides) {
    if (!target.isLatest() || !isDemandKnown()) {
      return;
    }
    Date week = Date.valueOf(Grain.WEEK.first(target.asOf()));
    Dataset<Row> frozen =
        company(FROZEN).where(col("period").gt(week)).selectExpr("item", "period", LAG);
    Dataset<Row> fresh =
        stamped(published, "frozen_as_of")
            .selectExpr(FROZEN_COLUMNS)
            .where(col("lag").between(1, LAST_LAG))
            .join(frozen, new String[] {"item", "period", "lag"}, "left_anti");
    outcomes.freeze(fresh, overrides); // first, so that none is lost if this ends in between
    lake.add(FROZEN, fresh);
  }

  private boolean isDemandKnown() {
    Date week = Date.valueOf(Grain.WEEK.first(target.asOf()));
    return !company(DemandJob.DEMAND).where(col("period").geq(week)).isEmpty();
  }

  /** Past weeks: what was published the week before, and where nothing was, what a test gives. */
  private Dataset<Row> past(Dataset<Row> rows) {
    LocalDate lastWeek = Grain.WEEK.lastComplete(target.asOf());
    Dataset<Row> published =
        known(frozen().where(col("lag").equalTo(1)))
            .where(col("period").gt(Date.valueOf(lastWeek.minusWeeks(WEEKS_BACK))))
            .selectExpr("item", "item_name", "period", "actual", "forecast", "'frozen' as source");
    return part(rows, DemandJobColumns.PAST)
        .selectExpr("item", "item_name", "past.*", "'tested' as source")
        .join(published, KEY, "left_anti")
        .unionByName(published);
  }

  /** Errors by lag: as tested from past origins, and of what was frozen before. */
  private Dataset<Row> accuracy(Dataset<Row> rows) {
    Dataset<Row> tested =
        part(rows, DemandJobColumns.TESTED).selectExpr(TESTED_SUMS).where("periods > 0");
    Column[] sums = Arrays.stream(FROZEN_SUMS).map(functions::expr).toArray(Column[]::new);
    Dataset<Row> frozen =
        known(frozen())
            .groupBy("item", "lag")
            .agg(sums[0], Arrays.copyOfRange(sums, 1, sums.length));
    return tested.unionByName(frozen);
  }

  /**
   * What was frozen, once per item, period and lag. Of a row without a calculated figure, which
   * older releases wrote, the override has none to be held against, nor has its interval.
   */
  private Dataset<Row> frozen() {
    return company(FROZEN)
        .withColumn("written", col("lag"))
        .drop("lag")
        .selectExpr(
            "*",
            LAG,
            "lo80 is not null and (override is null or calculated is not null) as is_known",
            "override is not null and calculated is not null as is_overridden")
        .where("lag >= 1")
        .groupBy("item", "period", "lag")
        .agg(expr("min_by(struct(*), struct(frozen_as_of, written)) as first"))
        .selectExpr("first.*");
  }

  /** Those of weeks that are over, with what was sold in them. */
  private Dataset<Row> known(Dataset<Row> frozen) {
    Dataset<Row> sold =
        company(DemandJob.DEMAND)
            .withColumnRenamed("quantity", "sold")
            .select("item", "period", "sold");
    return frozen
        .where(col("period").leq(Date.valueOf(Grain.WEEK.lastComplete(target.asOf()))))
        .join(sold, KEY, "left")
        .withColumn("actual", expr("greatest(coalesce(sold, 0), 0)"));
  }

  private Dataset<Row> company(String table) {
    return held.ofCompany(table, target.company());
  }
}
