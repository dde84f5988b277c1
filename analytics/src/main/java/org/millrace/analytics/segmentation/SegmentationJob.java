package org.millrace.analytics.segmentation;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.millrace.analytics.schedule.CompanyState;
import org.millrace.analytics.schedule.SalesDays;
import org.millrace.analytics.schedule.Schedule;
import org.millrace.analytics.schedule.Target;
import org.millrace.warehouse.Analysis;
import org.millrace.warehouse.AnalysisResult;
import org.millrace.warehouse.AnalysisRun;
import org.millrace.warehouse.lake.Lake;
import org.millrace.warehouse.lake.RowsInHand;
import org.millrace.warehouse.row.RowWriter;
import org.millrace.warehouse.row.TableRow;

/**
 * Fills gold.customer_segments: reads the invoices of each company, scores, writes one as-of day.
 */
public final class SegmentationJob implements Analysis {

  private static final String SEGMENTS = "gold.customer_segments";

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
    RowWriter writer = RowWriter.of(lake.catalog().named(SEGMENTS));
    List<Row> rows = new ArrayList<>();
    purchases(held, target, segmentation)
        .values()
        .forEach(
            purchases -> {
              for (CustomerScore score : segmentation.score(purchases)) {
                segments.merge(score.segment().title(), 1, Integer::sum);
                rows.add(row(writer, target, score));
              }
            });
    lake.replace(
        SEGMENTS, target.company(), writer.dataset(lake.session(), rows), target.replacedRows());
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
    Dataset<Row> rows =
        SalesDays.invoices(held, target.company())
            .where(not(col("is_walk_in")))
            .where(col("invoice_date").gt(Date.valueOf(segmentation.windowStartExclusive())))
            .where(col("invoice_date").leq(Date.valueOf(target.asOf())))
            .select(
                "customer",
                "customer_name",
                "country",
                "kind",
                "source_number",
                "invoice_date",
                "net_amount",
                "currency");
    Map<String, List<Purchase>> byCurrency = new TreeMap<>();
    for (TableRow row : TableRow.all(rows.collectAsList())) {
      byCurrency
          .computeIfAbsent(row.text("currency"), currency -> new ArrayList<>())
          .add(purchase(row));
    }
    return byCurrency;
  }

  private static Purchase purchase(TableRow row) {
    return new Purchase(
        new Customer(
            row.text("customer"),
            row.maybeText("customer_name").orElse(row.text("customer")),
            row.maybeText("country").orElse("")),
        row.text("kind").equals("credit-note") ? Purchase.Kind.CREDIT_NOTE : Purchase.Kind.INVOICE,
        row.text("source_number"),
        row.day("invoice_date"),
        new Purchase.Amount(row.decimal("net_amount"), row.text("currency")));
  }

  private static Row row(RowWriter writer, Target target, CustomerScore score) {
    return writer
        .row()
        .set("company", target.company())
        .set("as_of", target.asOf())
        .set("customer", score.customer().code())
        .set("customer_name", score.customer().name())
        .set("country", score.customer().country())
        .set("currency", score.currency())
        .set("recency_days", score.behaviour().recencyDays())
        .set("frequency", score.behaviour().frequency())
        .set("monetary", score.behaviour().monetary())
        .set("r", score.scores().recency())
        .set("f", score.scores().frequency())
        .set("m", score.scores().monetary())
        .set("segment", score.segment().title())
        .done();
  }
}
