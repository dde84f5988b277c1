package org.millrace.analytics.demand;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.max_by;

import java.sql.Date;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.millrace.analytics.schedule.CompanyState;
import org.millrace.analytics.schedule.SalesDays;
import org.millrace.analytics.schedule.Schedule;
import org.millrace.analytics.schedule.Target;
import org.millrace.warehouse.Analysis;
import org.millrace.warehouse.AnalysisResult;
import org.millrace.warehouse.AnalysisRun;
import org.millrace.warehouse.lake.Lake;

/**
 * Fills gold.demand_forecast and gold.forecast_actual: collects each item's weeks into arrays, fits
 * on the executors, writes each table once per company.
 */
public final class DemandJob implements Analysis {

  private static final String DEMAND = "gold.demand_weekly";
  private static final String FORECAST = "gold.demand_forecast";
  private static final String ACTUAL = "gold.forecast_actual";

  private final Clock clock;
  private final Schedule schedule =
      new Schedule(day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));

  public DemandJob(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "demand";
  }

  @Override
  public List<String> writes() {
    return List.of(FORECAST, ACTUAL);
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
    List<CompanyState> companies = withDemand(run.lake(), SalesDays.of(run.lake(), run.company()));
    List<Map<String, Object>> figures = new ArrayList<>();
    if (run.asOf().isPresent()) {
      for (Target target : schedule.asked(run.asOf().get(), companies)) {
        figures.add(forecast(run.lake(), target));
      }
    } else {
      for (Target target : schedule.due(companies)) {
        Instant start = clock.instant();
        figures.add(forecast(run.lake(), target));
        schedule.done(target, Duration.between(start, clock.instant()));
      }
    }
    return new AnalysisResult(Map.of("companies", figures));
  }

  /** The states with a fingerprint of the weekly demand, which is built after the invoices. */
  private static List<CompanyState> withDemand(Lake lake, List<CompanyState> companies) {
    Map<String, String> fingerprints = new TreeMap<>();
    lake.read(DEMAND)
        .groupBy("company")
        .agg(Map.of("quantity", "sum", "period", "max", "item", "count"))
        .selectExpr(
            "company",
            "concat_ws('/', `sum(quantity)`, `max(period)`, `count(item)`) as fingerprint")
        .collectAsList()
        .forEach(row -> fingerprints.put(row.getString(0), row.getString(1)));
    return companies.stream()
        .filter(state -> fingerprints.containsKey(state.company()))
        .map(
            state ->
                new CompanyState(
                    state.company(), state.lastDay(), fingerprints.get(state.company())))
        .toList();
  }

  private static Map<String, Object> forecast(Lake lake, Target target) {
    Dataset<Row> rows =
        weeks(lake, target)
            .mapPartitions(new Fit(target.asOf()), Encoders.row(DemandJobRows.COLUMNS))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      lake.replace(FORECAST, named(rows, target, true), target.replacedRows());
      lake.replace(ACTUAL, named(rows, target, false), target.replacedRows());
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("company", target.company());
      figures.put("asOf", target.asOf().toString());
      figures.put("methods", methods(rows));
      return figures;
    } finally {
      rows.unpersist();
    }
  }

  /** One row per item: code, name, Mondays as text and quantities, up to the last complete week. */
  private static Dataset<Row> weeks(Lake lake, Target target) {
    Date lastWeek = Date.valueOf(WeeklySeries.lastCompleteWeek(target.asOf()));
    Dataset<Row> services =
        lake.read("silver.item")
            .where("kind = 'service' and valid_to is null")
            .where(col("company").equalTo(target.company()))
            .selectExpr("code as item");
    return lake.read(DEMAND)
        .where(col("company").equalTo(target.company()))
        .where(col("period").leq(lastWeek))
        .join(services, new String[] {"item"}, "left_anti")
        .selectExpr("item", "item_name", "cast(period as string) as period", "quantity")
        .groupBy("item")
        .agg(
            max_by(col("item_name"), col("period")),
            collect_list(col("period")),
            collect_list(col("quantity").cast("double")));
  }

  private static Dataset<Row> named(Dataset<Row> rows, Target target, boolean isAhead) {
    String columns =
        isAhead
            ? "item,item_name,period,forecast,lo80,hi80,method,error,reason"
            : "item,item_name,period,actual,forecast";
    List<String> expressions = new ArrayList<>(List.of(columns.split(",")));
    expressions.add("'%s' as company".formatted(target.company().replace("'", "\\'")));
    expressions.add("date'%s' as as_of".formatted(target.asOf()));
    return rows.where("is_ahead = " + isAhead).selectExpr(expressions.toArray(String[]::new));
  }

  private static Map<String, Long> methods(Dataset<Row> rows) {
    Map<String, Long> items = new TreeMap<>();
    rows.where("is_ahead")
        .groupBy("method")
        .agg(countDistinct("item"))
        .collectAsList()
        .forEach(row -> items.put(row.getString(0), row.getLong(1)));
    return items;
  }

  /** Forecasts the items of one partition. */
  private record Fit(LocalDate asOf) implements MapPartitionsFunction<Row, Row> {

    @Override
    public Iterator<Row> call(Iterator<Row> items) {
      return new DemandJobRows(asOf).of(items);
    }
  }
}
