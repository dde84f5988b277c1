package org.millrace.analytics.demand;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.sum;

import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.millrace.analytics.demand.override.StandingOverridesJobRows;
import org.millrace.analytics.demand.override.StandingOverridesJobRows.Standing;
import org.millrace.analytics.demand.signal.ItemSignals;
import org.millrace.analytics.demand.stockout.EmptyPeriodsJobRows;
import org.millrace.analytics.schedule.CompanyState;
import org.millrace.analytics.schedule.SalesDays;
import org.millrace.analytics.schedule.Schedule;
import org.millrace.analytics.schedule.Target;
import org.millrace.warehouse.Analysis;
import org.millrace.warehouse.AnalysisResult;
import org.millrace.warehouse.AnalysisRun;
import org.millrace.warehouse.lake.Affected;
import org.millrace.warehouse.lake.Lake;
import org.millrace.warehouse.lake.RowsInHand;
import org.millrace.warehouse.row.TableRow;

/**
 * Forecasts every item by the week: collects each item's weeks into arrays, fits on the executors,
 * writes each table once per company.
 */
public final class DemandJob implements Analysis {

  static final String DEMAND = "gold.demand_weekly";

  private static final String[] ITEM = {"item"};

  private static final long ROWS_OF_TWO = 2_000_000;

  private final Schedule schedule;
  private final int origins;

  public DemandJob(Clock clock) {
    this(clock, DemandForecaster.DEFAULT_ORIGINS);
  }

  DemandJob(Clock clock, int origins) {
    this.schedule = new Schedule(clock, Grain.WEEK::first);
    this.origins = origins;
  }

  @Override
  public String name() {
    return "demand";
  }

  @Override
  public List<String> writes() {
    return DemandJobTables.ALL;
  }

  @Override
  public boolean follows() {
    return true;
  }

  @Override
  public Duration pause() {
    return schedule.pause();
  }

  @Override
  public AnalysisResult run(AnalysisRun run) {
    try (RowsInHand held = run.lake().rowsInHand()) {
      List<CompanyState> companies = withDemand(held, SalesDays.of(held, run.company()));
      return new AnalysisResult(
          Map.of(
              "companies",
              schedule.each(run, companies, target -> forecast(run.lake(), held, target))));
    }
  }

  /**
   * The states with a fingerprint of the weekly demand, which is built after the invoices, and of
   * what sales and planners put in.
   */
  private static List<CompanyState> withDemand(RowsInHand held, List<CompanyState> companies) {
    Dataset<Row> demand =
        held.read(DEMAND, Affected.everything())
            .groupBy("company")
            .agg(expr("concat_ws('/', sum(quantity), max(period), count(item))").as("fingerprint"));
    Map<String, String> fingerprints = new TreeMap<>();
    TableRow.all(demand.collectAsList())
        .forEach(row -> fingerprints.put(row.text("company"), row.text("fingerprint")));
    DemandJobSignals.marks(held)
        .forEach((company, mark) -> fingerprints.computeIfPresent(company, (c, f) -> f + mark));
    return companies.stream()
        .flatMap(
            state ->
                Optional.ofNullable(fingerprints.get(state.company()))
                    .map(print -> new CompanyState(state.company(), state.lastDay(), print))
                    .stream())
        .toList();
  }

  private Map<String, Object> forecast(Lake lake, RowsInHand held, Target target) {
    Map<String, Analogues> analogues =
        new DemandJobAnalogues(demand(held, target), units(held, target), target).byUnit();
    LocalDate next = Grain.WEEK.plus(Grain.WEEK.lastComplete(target.asOf()), 1);
    List<Standing> overrides = new StandingOverridesJobRows(held, target).from(next);
    Map<String, ItemSignals> signals = new DemandJobSignals(held, target).items(overrides);
    DemandJobColumns columns = DemandJobColumns.of(lake.catalog());
    Dataset<Row> weeks = weeks(held, target, !analogues.isEmpty());
    Dataset<Row> fitted =
        unsold(lake, held, target, signals)
            .map(weeks::unionByName)
            .orElse(weeks)
            .mapPartitions(
                new Fit(columns, target.asOf(), origins, signals, analogues),
                Encoders.row(columns.schema()))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Dataset<Row> rows = fewInHand(lake, fitted);
      new DemandJobTables(lake, held, target).write(rows, overrides);
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("company", target.company());
      figures.put("asOf", target.asOf().toString());
      figures.put("methods", methods(rows));
      return figures;
    } finally {
      fitted.unpersist();
    }
  }

  /** Few rows are taken in hand, so that no table that is written of them needs a Spark job. */
  private static Dataset<Row> fewInHand(Lake lake, Dataset<Row> rows) {
    return rows.count() > RowsInHand.MOST_ROWS
        ? rows
        : lake.session().createDataFrame(rows.collectAsList(), rows.schema());
  }

  /**
   * The weeks with demand, without services: those that are over and, as of the last business day,
   * the one that is not. As of an earlier day it may hold more than was known then.
   */
  private static Dataset<Row> demand(RowsInHand held, Target target) {
    LocalDate lastWeek = Grain.WEEK.lastComplete(target.asOf());
    LocalDate last = target.isLatest() ? Grain.WEEK.plus(lastWeek, 1) : lastWeek;
    Dataset<Row> services =
        company(held, "silver.item", target)
            .where("kind = 'service' and valid_to is null")
            .selectExpr("code as item");
    return company(held, DEMAND, target)
        .where(col("period").leq(Date.valueOf(last)))
        .join(services, ITEM, "left_anti");
  }

  private static Dataset<Row> units(RowsInHand held, Target target) {
    return company(held, "silver.item", target)
        .where("valid_to is null")
        .groupBy("code")
        .agg(max("unit").as("unit"))
        .withColumnRenamed("code", "item");
  }

  /** One row per item: its weeks as arrays, units on hand now, unit, spans with none on hand. */
  private static Dataset<Row> weeks(RowsInHand held, Target target, boolean hasLikes) {
    Dataset<Row> weeks =
        spread(demand(held, target), company(held, DEMAND, target).count())
            .selectExpr("item", "item_name", "cast(period as string) as period", "quantity")
            .groupBy("item")
            .agg(
                max_by(col("item_name"), col("period")).as("item_name"),
                collect_list(col("period")).as("periods"),
                collect_list(col("quantity").cast("double")).as("quantities"))
            .join(onHand(held, target), ITEM, "left");
    Dataset<Row> measured =
        hasLikes
            ? weeks.join(units(held, target), ITEM, "left")
            : weeks.withColumn("unit", lit(null).cast("string"));
    return EmptyPeriodsJobRows.ofItems(held, target, Grain.WEEK.word())
        .map(spans -> measured.join(spans, ITEM, "left"))
        .orElseGet(() -> measured.selectExpr("*", EmptyPeriodsJobRows.COLUMN));
  }

  /** Rows without weeks, of items that never sold and of which something is known ahead. */
  private static Optional<Dataset<Row>> unsold(
      Lake lake, RowsInHand held, Target target, Map<String, ItemSignals> signals) {
    LocalDate next = Grain.WEEK.plus(Grain.WEEK.lastComplete(target.asOf()), 1);
    List<String> known =
        signals.entrySet().stream()
            .filter(each -> each.getValue().isAhead(next))
            .map(Map.Entry::getKey)
            .toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Dataset<Row> master =
        company(held, "silver.item", target)
            .where("valid_to is null")
            .groupBy(col("code").as("item"))
            .agg(max("name").as("item_name"), max("unit").as("unit"), max("kind").as("kind"));
    return Optional.of(
        lake.session()
            .createDataset(known, Encoders.STRING())
            .toDF("item")
            .join(demand(held, target).select("item"), ITEM, "left_anti")
            .join(master, ITEM, "left")
            .where("coalesce(kind, '') <> 'service'")
            .selectExpr(
                "item",
                "coalesce(item_name, item) as item_name",
                "cast(array() as array<string>) as periods",
                "cast(array() as array<double>) as quantities",
                "cast(null as double) as on_hand",
                "unit",
                EmptyPeriodsJobRows.COLUMN));
  }

  /** In more partitions where there is more than two can hold well; a count reads no rows. */
  private static Dataset<Row> spread(Dataset<Row> demand, long rows) {
    return rows <= ROWS_OF_TWO
        ? demand
        : demand.repartition((int) (2 * rows / ROWS_OF_TWO) + 1, col("item"));
  }

  /** What lies on hand tells of the last business day only; an earlier day knows none. */
  private static Dataset<Row> onHand(RowsInHand held, Target target) {
    return company(held, "gold.stock_balance", target)
        .where(target.isLatest() ? "true" : "false")
        .groupBy("item")
        .agg(sum("on_hand_qty").cast("double").as("on_hand"));
  }

  private static Dataset<Row> company(RowsInHand held, String table, Target target) {
    return held.ofCompany(table, target.company());
  }

  private static Map<String, Long> methods(Dataset<Row> rows) {
    Map<String, Long> items = new TreeMap<>();
    Dataset<Row> counted =
        rows.where("part = 'ahead' and ahead.step = 1").groupBy("ahead.method").count();
    TableRow.all(counted.collectAsList())
        .forEach(row -> items.put(row.text("method"), row.whole("count")));
    return items;
  }

  /** Forecasts the items of one partition. */
  private record Fit(
      DemandJobColumns columns,
      LocalDate asOf,
      int origins,
      Map<String, ItemSignals> signals,
      Map<String, Analogues> analogues)
      implements MapPartitionsFunction<Row, Row> {

    @Override
    public Iterator<Row> call(Iterator<Row> items) {
      DemandForecaster forecaster = DemandForecaster.withOrigins(origins);
      return new DemandJobRows(columns, asOf, forecaster, signals, analogues).of(items);
    }
  }
}
