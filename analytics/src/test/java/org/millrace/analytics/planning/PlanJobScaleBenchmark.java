package org.millrace.analytics.planning;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.millrace.analytics.forecast.Spent;
import org.millrace.analytics.mrp.PlanBenchmark;
import org.millrace.analytics.mrp.facts.PlanFacts;
import org.millrace.analytics.mrp.facts.PlannedItem;
import org.millrace.analytics.mrp.lot.LotRule;
import org.millrace.warehouse.AnalysisRun;
import org.millrace.warehouse.SparkSessions;
import org.millrace.warehouse.catalog.Catalog;
import org.millrace.warehouse.lake.Lake;

/**
 * The whole plan job on a real lake, in a heap as large as the warehouse's: reads a made-up
 * factory, plans it and writes the tables of the plan. Arguments: a folder for the lake, then ITEMS
 * DEMANDS SEED.
 */
final class PlanJobScaleBenchmark {

  private static final String COMPANY = "FACTORY";

  private final Lake lake;

  private PlanJobScaleBenchmark(Lake lake) {
    this.lake = lake;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory(Path.of(arguments[0]), "mrp");
    SparkSession session = SparkSessions.open("local[2]", folder.resolve("scratch"));
    Catalog catalog = Catalog.read(Path.of("warehouse/tables").toAbsolutePath());
    Lake lake = Lake.open(session, catalog, folder.resolve("lake").toUri().toString());
    PlanFacts facts =
        PlanBenchmark.factory(
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            Long.parseLong(arguments[3]),
            PlanMaking.WEEKS);
    PlanJobScaleBenchmark benchmark = new PlanJobScaleBenchmark(lake);
    benchmark.fill(facts);
    for (int run = 1; run <= 2; run++) {
      benchmark.report(
          run, new AnalysisRun(lake, Optional.of(facts.terms().asOf()), Optional.of(COMPANY)));
    }
    System.out.printf("%d rows of pegs%n", lake.read("gold.plan_peg").count());
    session.stop();
  }

  private void report(int run, AnalysisRun asked) {
    System.gc();
    Spent spent = Spent.fromNow();
    Object figures = new PlanJob(Clock.systemUTC(), PlansMade.UNHEARD).run(asked).figures();
    System.out.printf(
        Locale.ROOT,
        "plan job, run %d: %.1f s wall, %.1f s CPU, heap at most %.2f of %.2f GiB; %s%n",
        run,
        spent.seconds(),
        spent.cpuSeconds(),
        spent.heapGib(),
        Runtime.getRuntime().maxMemory() / (double) (1L << 30),
        figures);
  }

  private void fill(PlanFacts facts) {
    Date day = Date.valueOf(facts.terms().asOf());
    table(
        "silver.item",
        "code string, name string, unit string, kind string",
        facts.items().stream()
            .map(item -> RowFactory.create(item.item(), item.item(), "kg", "stocked")));
    table(
        "gold.stock_balance",
        "item string, location string, on_hand_qty double, average_cost double, value_amount double"
            + ", currency string",
        facts.items().stream()
            .map(
                item ->
                    RowFactory.create(
                        item.item(),
                        "MAIN",
                        item.stock().onHand(),
                        10.0,
                        10 * item.stock().onHand(),
                        "EUR")));
    table(
        "silver.item_policy",
        "item string, source string, lead_days double, lot_rule string, lot_quantity double,"
            + " safety_qty double",
        facts.items().stream().map(PlanJobScaleBenchmark::policy));
    table(
        "silver.item_material",
        "item string, material string, quantity double",
        facts.bills().stream()
            .map(line -> RowFactory.create(line.item(), line.component(), line.grossQuantity())));
    table(
        "silver.sales_order",
        "number string, order_date date, month date, requested_date date, status string",
        facts.demands().stream()
            .map(
                demand ->
                    RowFactory.create(demand.id(), day, day, Date.valueOf(demand.due()), "open")));
    table(
        "silver.sales_order_line",
        "number string, line_no int, month date, item string, ordered_qty double",
        facts.demands().stream()
            .map(
                demand ->
                    RowFactory.create(demand.id(), 1, day, demand.item(), demand.quantity())));
    table(
        "silver.purchase_order",
        "number string, order_date date, promised_date date, status string",
        facts.receipts().stream()
            .map(
                receipt ->
                    RowFactory.create(receipt.id(), day, Date.valueOf(receipt.due()), "open")));
    table(
        "silver.purchase_order_line",
        "number string, line_no int, item string, ordered_qty double, promised_date date",
        facts.receipts().stream()
            .map(
                receipt ->
                    RowFactory.create(receipt.id(), 1, receipt.item(), receipt.quantity(), null)));
  }

  private static Row policy(PlannedItem item) {
    String rule = "lot_for_lot";
    Double size = null;
    if (item.lotRule() instanceof LotRule.Fixed fixed) {
      rule = "fixed";
      size = fixed.size();
    } else if (item.lotRule() instanceof LotRule.Multiple multiple) {
      rule = "multiple";
      size = multiple.pack();
    } else if (item.lotRule() instanceof LotRule.Minimum minimum) {
      rule = "minimum";
      size = minimum.least();
    } else if (item.lotRule() instanceof LotRule.SilverMeal) {
      rule = "silver_meal";
    } else if (item.lotRule() instanceof LotRule.WagnerWhitin) {
      rule = "wagner_whitin";
    }
    return RowFactory.create(
        item.item(),
        item.source().name().toLowerCase(Locale.ROOT),
        (double) item.leadDays(),
        rule,
        size,
        item.stock().safety());
  }

  private void table(String name, String ddl, Stream<Row> rows) {
    Dataset<Row> given =
        lake.session()
            .createDataFrame(rows.toList(), StructType.fromDDL(ddl))
            .withColumn("company", functions.lit(COMPANY))
            .withColumn("position", functions.lit(1L))
            .withColumn("aggregate_version", functions.lit(1L));
    List<String> known = Arrays.asList(given.columns());
    Column[] columns =
        lake.catalog().named(name).columns().stream()
            .map(
                column ->
                    known.contains(column.name())
                        ? functions.col(column.name())
                        : functions.lit(null).as(column.name()))
            .toArray(Column[]::new);
    lake.append(name, given.select(columns));
  }
}
