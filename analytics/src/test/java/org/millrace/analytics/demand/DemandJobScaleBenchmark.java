package org.millrace.analytics.demand;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.millrace.analytics.forecast.SimulatedWeeks;
import org.millrace.analytics.forecast.Spent;
import org.millrace.warehouse.AnalysisRun;
import org.millrace.warehouse.SparkSessions;
import org.millrace.warehouse.catalog.Catalog;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.lake.Lake;

/**
 * The demand job on a real lake: reads the weeks of many simulated items, collects them to arrays,
 * fits, and writes its tables. Arguments: a folder for the lakes, then numbers of items.
 */
final class DemandJobScaleBenchmark {
  private static final LocalDate FIRST_WEEK = LocalDate.of(2022, 1, 3);
  private static final LocalDate AS_OF = FIRST_WEEK.plusWeeks(SimulatedWeeks.WEEKS).minusDays(1);
  private static final String COMPANY = "SCALE";
  private static final int ORIGINS = 3;
  private static final int LIMIT_ITEMS = 100_000;
  private static final double LIMIT_SECONDS = 600;
  private static final double LIMIT_GIB = 4;

  private DemandJobScaleBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory(Path.of(arguments[0]), "scale");
    SparkSession session = SparkSessions.open("local[2]", folder.resolve("scratch"));
    Catalog catalog = Catalog.read(Path.of("warehouse/tables").toAbsolutePath());
    System.out.println("   items   wall s    CPU s  CPU ms an item  heap GiB  rows written");
    for (int i = 1; i < arguments.length; i++) {
      int items = Integer.parseInt(arguments[i]);
      Lake lake = Lake.open(session, catalog, folder.resolve("lake-" + i).toUri().toString());
      fill(lake, items);
      report(lake, items);
    }
    session.stop();
  }

  private static void fill(Lake lake, int items) {
    Dataset<Row> weeks =
        lake.session()
            .range(0, items, 1, 8)
            .flatMap(
                (FlatMapFunction<Long, Row>) seed -> weeks(seed.intValue()),
                Encoders.row(
                    StructType.fromDDL(
                        "company string, item string, item_name string, period date,"
                            + " quantity double")));
    lake.append(DemandJob.DEMAND, weeks);
    Table invoices = lake.catalog().named("silver.sales_invoice");
    String columns =
        invoices.columns().stream()
            .map(column -> value(column.name()) + " as " + column.name())
            .collect(Collectors.joining(", "));
    lake.append(invoices.sql(), lake.session().sql("select " + columns));
  }

  private static String value(String column) {
    return switch (column) {
      case "company" -> "'" + COMPANY + "'";
      case "number" -> "'I-1'";
      case "invoice_date" -> "date'" + AS_OF + "'";
      case "month" -> "date'" + AS_OF.withDayOfMonth(1) + "'";
      case "position" -> "1";
      default -> "null";
    };
  }

  private static Iterator<Row> weeks(int seed) {
    double[] quantities = SimulatedWeeks.of(seed);
    return IntStream.range(0, quantities.length)
        .filter(week -> quantities[week] > 0)
        .mapToObj(
            week ->
                RowFactory.create(
                    COMPANY,
                    "I-" + seed,
                    "Item " + seed,
                    Date.valueOf(FIRST_WEEK.plusWeeks(week)),
                    quantities[week]))
        .iterator();
  }

  private static void report(Lake lake, int items) {
    System.gc();
    Spent spent = Spent.fromNow();
    new DemandJob(Clock.systemUTC(), ORIGINS)
        .run(new AnalysisRun(lake, Optional.of(AS_OF), Optional.of(COMPANY)));
    double seconds = spent.seconds();
    double cpuSeconds = spent.cpuSeconds();
    double heap = spent.heapGib();
    long rows = DemandJobTables.ALL.stream().mapToLong(table -> lake.read(table).count()).sum();
    System.out.printf(
        "%8d %8.1f %8.1f %15.3f %9.2f %13d%n",
        items, seconds, cpuSeconds, 1000 * cpuSeconds / items, heap, rows);
    double limit = LIMIT_SECONDS * items / LIMIT_ITEMS;
    System.out.printf(
        "         wall by limit (%.0f s on 2 cores) %.2f, heap by limit (%.0f GiB) %.2f%n",
        limit, seconds / limit, LIMIT_GIB, heap / LIMIT_GIB);
  }
}
