package org.millrace.analytics.segmentation;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.math.RoundingMode;
import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.millrace.analytics.schedule.CompanyState;
import org.millrace.analytics.schedule.SalesDays;
import org.millrace.analytics.schedule.Schedule;
import org.millrace.analytics.schedule.Target;
import org.millrace.warehouse.Analysis;
import org.millrace.warehouse.AnalysisResult;
import org.millrace.warehouse.AnalysisRun;
import org.millrace.warehouse.lake.Lake;
import org.millrace.warehouse.lake.RowsInHand;

/**
 * Fills gold.customer_segments: reads the invoices of each company, scores, writes one as-of day.
 */
public final class SegmentationJob implements Analysis {

  private static final String SEGMENTS = "gold.customer_segments";
  private static final StructType COLUMNS =
      StructType.fromDDL(
          "company string, as_of date, customer string, customer_name string, country string,"
              + " currency string, recency_days int, frequency bigint, monetary decimal(18,2),"
              + " r int, f int, m int, segment string");

  private final Schedule schedule;

  public SegmentationJob(Clock clock) {
    this.schedule = new Schedule(clock, day -> day.withDayOfMonth(1));
  }

  @Override
  public String name() {
    return "segmentation";
  }

  @Override
  public List<String> writes() {
    return List.of(SEGMENTS);
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
      List<CompanyState> companies = SalesDays.of(held, run.company());
      return new AnalysisResult(
          Map.of(
              "companies",
              schedule.each(run, companies, target -> segment(run.lake(), held, target))));
    }
  }

  private static Map<String, Object> segment(Lake lake, RowsInHand held, Target target) {
    Segmentation segmentation = Segmentation.asOf(target.asOf());
    Map<String, Integer> segments = new TreeMap<>();
    List<Row> rows = new ArrayList<>();
    purchases(held, target, segmentation)
        .values()
        .forEach(
            purchases -> {
              for (CustomerScore score : segmentation.score(purchases)) {
                segments.merge(score.segment().title(), 1, Integer::sum);
                rows.add(row(target, score));
              }
            });
    lake.replace(
        SEGMENTS,
        target.company(),
        lake.session().createDataFrame(rows, COLUMNS),
        target.replacedRows());
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("company", target.company());
    figures.put("asOf", target.asOf().toString());
    figures.put("customers", rows.size());
    figures.put("segments", segments);
    return figures;
  }

  /** The purchases in the window, by currency: customers are ranked within one currency. */
  private static Map<String, List<Purchase>> purchases(
      RowsInHand held, Target target, Segmentation segmentation) {
    List<Row> rows =
        SalesDays.invoices(held, target.company())
            .where(not(col("is_walk_in")))
            .where(col("invoice_date").gt(Date.valueOf(segmentation.windowStartExclusive())))
            .where(col("invoice_date").leq(Date.valueOf(target.asOf())))
            .selectExpr(
                "customer",
                "customer_name",
                "country",
                "kind",
                "source_number",
                "cast(invoice_date as string)",
                "net_amount",
                "currency")
            .collectAsList();
    Map<String, List<Purchase>> byCurrency = new TreeMap<>();
    for (Row row : rows) {
      byCurrency
          .computeIfAbsent(row.getString(7), currency -> new ArrayList<>())
          .add(purchase(row));
    }
    return byCurrency;
  }

  private static Purchase purchase(Row row) {
    return new Purchase(
        new Customer(row.getString(0), row.getString(1), row.getString(2)),
        "credit-note".equals(row.getString(3)) ? Purchase.Kind.CREDIT_NOTE : Purchase.Kind.INVOICE,
        row.getString(4),
        LocalDate.parse(row.getString(5)),
        new Purchase.Amount(row.getDecimal(6), row.getString(7)));
  }

  private static Row row(Target target, CustomerScore score) {
    return RowFactory.create(
        target.company(),
        Date.valueOf(target.asOf()),
        score.customer().code(),
        score.customer().name(),
        score.customer().country(),
        score.currency(),
        score.behaviour().recencyDays(),
        (long) score.behaviour().frequency(),
        score.behaviour().monetary().setScale(2, RoundingMode.HALF_EVEN),
        score.scores().recency(),
        score.scores().frequency(),
        score.scores().monetary(),
        score.segment().title());
  }
}
