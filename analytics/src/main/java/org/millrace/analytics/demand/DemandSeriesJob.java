package org.millrace.analytics.demand;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.millrace.analytics.demand.frozen.FrozenSeriesJobTables;
import org.millrace.analytics.demand.stockout.EmptyPeriodsJobRows;
import org.millrace.analytics.schedule.CompanyState;
import org.millrace.analytics.schedule.SalesDays;
import org.millrace.analytics.schedule.Target;
import org.millrace.warehouse.Analysis;
import org.millrace.warehouse.AnalysisResult;
import org.millrace.warehouse.AnalysisRun;
import org.millrace.warehouse.lake.Lake;
import org.millrace.warehouse.lake.RowsInHand;
import org.millrace.warehouse.lake.SqlLiteral;
import org.millrace.warehouse.row.RowWriter;

/**
 * Forecasts every item and its parts, by location, by customer group (the customer's country) and
 * by both, in one grain. Runs when asked for only: there are many more such series than items. What
 * is published of items by day and month is stored; weeks are what {@link DemandJob} publishes.
 */
public final class DemandSeriesJob implements Analysis {

  private static final String SERIES = "gold.forecast_series";

  private static final String[] ITEM = {"item"};
  private static final String[] DOCUMENT = {"document_type", "document_number"};
  private static final String GROUP = "coalesce(nullif(country, ''), 'unknown') as customer_group";

  private final Grain grain;

  public DemandSeriesJob(Grain grain) {
    this.grain = grain;
  }

  @Override
  public String name() {
    return "demand-by-" + grain.word();
  }

  @Override
  public List<String> writes() {
    return Stream.concat(Stream.of(SERIES), FrozenSeriesJobTables.ALL.stream()).toList();
  }

  @Override
  public boolean follows() {
    return false;
  }

  @Override
  public AnalysisResult run(AnalysisRun run) {
    List<Map<String, Object>> figures = new ArrayList<>();
    for (CompanyState company : companies(run)) {
      LocalDate asOf = run.asOf().orElse(company.lastDay());
      figures.add(forecast(run.lake(), new Target(company, asOf, new TreeSet<>())));
      if (grain != Grain.WEEK) {
        freeze(run.lake(), company, asOf);
      }
    }
    return new AnalysisResult(Map.of("companies", figures));
  }

  private static List<CompanyState> companies(AnalysisRun run) {
    try (RowsInHand held = run.lake().rowsInHand()) {
      return SalesDays.of(held, run.company());
    }
  }

  private Map<String, Object> forecast(Lake lake, Target target) {
    try (RowsInHand held = lake.rowsInHand()) {
      Dataset<Row> items = items(lake, target.company(), target.asOf());
      return forecast(
          lake,
          target,
          EmptyPeriodsJobRows.ofPlaces(held, target, grain.word())
              .map(places -> items.join(places, ITEM, "left"))
              .orElseGet(() -> items.selectExpr("*", EmptyPeriodsJobRows.PLACES)));
    }
  }

  private Map<String, Object> forecast(Lake lake, Target target, Dataset<Row> items) {
    String company = target.company();
    LocalDate asOf = target.asOf();
    RowWriter writer = DemandSeriesJobRows.writer(lake.catalog().named(SERIES));
    Dataset<Row> rows =
        items
            .mapPartitions(new Fit(writer, grain, asOf), Encoders.row(writer.schema()))
            .withColumn("company", lit(company))
            .withColumn("grain", lit(grain.word()))
            .withColumn("as_of", lit(Date.valueOf(asOf)));
    lake.replace(
        SERIES,
        rows,
        SqlLiteral.ofCompany(
            company, "grain = '%s' and as_of = date'%s'".formatted(grain.word(), asOf)));
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("company", company);
    figures.put("asOf", asOf.toString());
    figures.put("rows", lake.read(SERIES).where(written(company, asOf)).count());
    return figures;
  }

  /** Only what was published is frozen: of the last day of sales, or a later one of its period. */
  private void freeze(Lake lake, CompanyState company, LocalDate asOf) {
    FrozenSeriesJobTables frozen =
        new FrozenSeriesJobTables(
            lake,
            new FrozenSeriesJobTables.Run(
                company.company(), grain.word(), asOf, grain.lastComplete(asOf)));
    LocalDate lastDay = company.lastDay();
    if (!asOf.isBefore(lastDay) && !lastDay.isBefore(grain.first(asOf))) {
      frozen.freeze(
          lake.read(SERIES).where(written(company.company(), asOf)).where("series = 'all'"));
    }
    frozen.compare(
        lines(lake, company.company(), asOf)
            .selectExpr(
                "item",
                "cast(date_trunc('%s', invoice_date) as date) as period".formatted(grain.word()),
                "quantity"));
  }

  private Column written(String company, LocalDate asOf) {
    return col("company")
        .equalTo(company)
        .and(col("grain").equalTo(grain.word()))
        .and(col("as_of").equalTo(lit(Date.valueOf(asOf))));
  }

  /** One row per item: code, name, and per location, group and period what was sold. */
  private Dataset<Row> items(Lake lake, String company, LocalDate asOf) {
    Dataset<Row> lines = lines(lake, company, asOf);
    String invoiced = periodOf("invoice_date");
    Dataset<Row> whole =
        lines.selectExpr("item", "'' as location", "'' as customer_group", invoiced, "quantity");
    Dataset<Row> groups = lines.selectExpr("item", "'' as location", GROUP, invoiced, "quantity");
    Dataset<Row> moved = moved(lake, company, asOf);
    Dataset<Row> locations = moved.withColumn("customer_group", lit(""));
    Dataset<Row> sold =
        whole
            .union(groups)
            .union(locations)
            .union(moved)
            .groupBy("item", "location", "customer_group", "period")
            .agg(sum("quantity").cast("double").as("quantity"))
            .groupBy("item")
            .agg(
                collect_list(struct("location", "customer_group", "period", "quantity"))
                    .as("sold"));
    Dataset<Row> names =
        lines.groupBy("item").agg(max_by(col("item_name"), col("invoice_date")).as("item_name"));
    return names.join(sold, ITEM);
  }

  /** What was invoiced until a day, also what was given away: all that leaves the stock. */
  private static Dataset<Row> lines(Lake lake, String company, LocalDate asOf) {
    return lake.read("silver.sales_invoice_line")
        .where(col("company").equalTo(company))
        .where("item_kind <> 'service'")
        .where(col("invoice_date").leq(Date.valueOf(asOf)));
  }

  /** What left each location for each group; the document behind a movement tells whose goods. */
  private Dataset<Row> moved(Lake lake, String company, LocalDate asOf) {
    Column ofCompany = col("company").equalTo(company);
    Dataset<Row> orders =
        lake.read("silver.sales_order")
            .where(ofCompany)
            .selectExpr("number as order_number", "country");
    Dataset<Row> deliveries =
        lake.read("silver.sales_delivery_line")
            .where(ofCompany)
            .select("number", "order_number")
            .distinct()
            .join(orders, "order_number")
            .selectExpr("'delivery' as kind", "number", "country");
    Dataset<Row> documents =
        lake.read("silver.sales_invoice")
            .where(ofCompany)
            .select("kind", "number", "country")
            .union(deliveries)
            .selectExpr("kind as document_type", "number as document_number", "country");
    return lake.read("silver.stock_movement")
        .where(ofCompany)
        .where("document_domain = 'sales'")
        .where("occurred_at < timestamp'%s 00:00:00'".formatted(asOf.plusDays(1)))
        .join(documents, DOCUMENT, "left")
        .selectExpr("item", "location", GROUP, periodOf("occurred_at"), "-quantity as quantity");
  }

  private String periodOf(String column) {
    return "cast(cast(date_trunc('%s', %s) as date) as string) as period"
        .formatted(grain.word(), column);
  }

  /** Forecasts the series of the items of one partition. */
  private record Fit(RowWriter writer, Grain grain, LocalDate asOf)
      implements MapPartitionsFunction<Row, Row> {

    @Override
    public Iterator<Row> call(Iterator<Row> items) {
      return new DemandSeriesJobRows(writer, grain, asOf).of(items);
    }
  }
}
