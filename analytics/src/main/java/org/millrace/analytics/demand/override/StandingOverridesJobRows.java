package org.millrace.analytics.demand.override;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.millrace.analytics.demand.signal.SalesSignals.Overriding;
import org.millrace.analytics.schedule.Target;
import org.millrace.warehouse.lake.RowsInHand;
import org.millrace.warehouse.row.TableRow;

/**
 * Reads the overrides of one company: as of the last business day those in force, as of an earlier
 * day those that were in force then.
 */
public final class StandingOverridesJobRows {

  /** Where they come from. */
  public static final String TABLE = "silver.forecast_override";

  private final RowsInHand held;
  private final Target target;
  private final String end;

  public StandingOverridesJobRows(RowsInHand held, Target target) {
    this.held = held;
    this.target = target;
    this.end = "timestamp'%s 00:00:00'".formatted(target.asOf().plusDays(1));
  }

  /** An override with who made it and why. */
  public record Standing(Overriding figure, String author, String note) {}

  /** Those of weeks from this one on. */
  public List<Standing> from(LocalDate week) {
    String then =
        "overridden_at < %s and (not coalesce(is_withdrawn, false) or occurred_at >= %s)"
            .formatted(end, end);
    Dataset<Row> standing =
        held.ofCompany(TABLE, target.company())
            .where(target.isLatest() ? "not coalesce(is_withdrawn, false)" : then)
            .where(col("period").geq(Date.valueOf(week)))
            .selectExpr(
                "item",
                "coalesce(location, '') as location",
                "period",
                "quantity",
                "coalesce(author, '') as author",
                "coalesce(note, '') as note");
    List<TableRow> rows = TableRow.all(standing.collectAsList());
    Map<List<String>, Double> shares = sharesOfLocations(rows);
    return rows.stream().map(row -> standing(row, shares)).toList();
  }

  private static Standing standing(TableRow row, Map<List<String>, Double> shares) {
    return new Standing(
        new Overriding(
            row.text("item"),
            row.text("location"),
            shares.getOrDefault(place(row), 0.0),
            row.day("period"),
            row.number("quantity")),
        row.text("author"),
        row.text("note"));
  }

  private static List<String> place(TableRow row) {
    return List.of(row.text("item"), row.text("location"));
  }

  /** What part of an item's sales of a year each location made, of the items asked for. */
  private Map<List<String>, Double> sharesOfLocations(List<TableRow> overrides) {
    Object[] items =
        overrides.stream()
            .filter(row -> !row.text("location").isEmpty())
            .map(row -> row.text("item"))
            .distinct()
            .toArray();
    if (items.length == 0) {
      return Map.of();
    }
    Dataset<Row> located =
        held.ofCompany("silver.stock_movement", target.company())
            .where("document_domain = 'sales'")
            .where(col("item").isin(items))
            .where("occurred_at < " + end + " and occurred_at >= " + end + " - interval 364 days")
            .groupBy("item", "location")
            .agg(expr("-sum(quantity)").as("units"))
            .where("units > 0");
    Map<List<String>, Double> sold = new HashMap<>();
    Map<String, Double> all = new HashMap<>();
    for (TableRow row : TableRow.all(located.collectAsList())) {
      sold.put(place(row), row.number("units"));
      all.merge(row.text("item"), row.number("units"), Double::sum);
    }
    sold.replaceAll((place, units) -> units / requireNonNull(all.get(place.get(0))));
    return sold;
  }
}
