package org.millrace.analytics.demand;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.millrace.analytics.demand.override.StandingOverridesJobRows;
import org.millrace.analytics.demand.override.StandingOverridesJobRows.Standing;
import org.millrace.analytics.demand.signal.ItemSignals;
import org.millrace.analytics.demand.signal.SalesSignals;
import org.millrace.analytics.demand.signal.SalesSignals.Units;
import org.millrace.analytics.demand.signal.StageConversion;
import org.millrace.analytics.schedule.Target;
import org.millrace.warehouse.lake.Affected;
import org.millrace.warehouse.lake.RowsInHand;
import org.millrace.warehouse.row.TableRow;

/**
 * Reads what sales know of one company's items. As of the last business day or later it is all that
 * is known; as of an earlier day opportunities are taken as they were then, campaigns as they are
 * now, and open orders, of which only the present state is kept, as none.
 */
final class DemandJobSignals {

  private static final String OPPORTUNITIES = "silver.opportunity";
  private static final String STAGES = "silver.opportunity_stage";
  private static final String OPPORTUNITY_LINES = "silver.opportunity_line";
  private static final String CAMPAIGNS = "silver.campaign";
  private static final String CAMPAIGN_ITEMS = "silver.campaign_item";
  private static final String ORDERS = "silver.sales_order";
  private static final String ORDER_LINES = "silver.sales_order_line";

  /** The tables whose change calls for a new run. */
  private static final List<String> TABLES =
      List.of(
          OPPORTUNITIES,
          STAGES,
          OPPORTUNITY_LINES,
          CAMPAIGNS,
          CAMPAIGN_ITEMS,
          StandingOverridesJobRows.TABLE,
          ORDERS,
          ORDER_LINES);

  private static final String[] NUMBER = {"number"};
  private static final String[] CODE = {"code"};

  private final RowsInHand held;
  private final Target target;
  private final boolean isLatest;
  private final String end;

  DemandJobSignals(RowsInHand held, Target target) {
    this.held = held;
    this.target = target;
    this.isLatest = target.isLatest();
    this.end = "timestamp'%s 00:00:00'".formatted(target.asOf().plusDays(1));
  }

  /** What differs by company when its signals may; a company without any is not in it. */
  static Map<String, String> marks(RowsInHand held) {
    Map<String, String> marks = new TreeMap<>();
    for (String table : TABLES) {
      Dataset<Row> last =
          held.read(table, Affected.everything())
              .where("position is not null")
              .groupBy("company")
              .agg(max("position").as("position"));
      for (TableRow row : TableRow.all(last.collectAsList())) {
        String mark = "/" + table + row.whole("position");
        marks.merge(row.text("company"), mark, String::concat);
      }
    }
    return marks;
  }

  /** The signals by item, given the overrides that stand; an item without any is not in it. */
  Map<String, ItemSignals> items(List<Standing> overrides) {
    LocalDate nextWeek = Grain.WEEK.plus(Grain.WEEK.lastComplete(target.asOf()), 1);
    List<SalesSignals.Campaign> campaigns = campaigns();
    return SalesSignals.of(
        nextWeek,
        new SalesSignals.Facts(
            ended(),
            open(),
            won(),
            campaigns,
            campaigns.isEmpty() ? List.of() : sold(),
            new SalesSignals.Planned(
                isLatest ? ordered(nextWeek) : List.of(),
                overrides.stream().map(Standing::figure).toList())));
  }

  private Dataset<Row> company(String table) {
    return held.ofCompany(table, target.company()).drop("company");
  }

  private Dataset<Row> closed() {
    return company(OPPORTUNITIES)
        .where("outcome in ('won', 'lost')")
        .where(isLatest ? "true" : "closed_at < " + end)
        .selectExpr("number", "outcome = 'won' as is_won", "opened_at", "closed_at");
  }

  private Dataset<Row> lines() {
    return company(OPPORTUNITY_LINES)
        .where("not coalesce(is_dropped, false)")
        .selectExpr("number", "item", "quantity");
  }

  private List<StageConversion.Ended> ended() {
    return all(
        company(STAGES)
            .where("left_at is not null")
            .selectExpr("number", "stage", "stage_seconds / 86400.0D as days")
            .join(closed(), NUMBER)
            .selectExpr("number", "stage", "cast(days as double) as days", "is_won"),
        row ->
            new StageConversion.Ended(
                row.text("number"), row.text("stage"), row.number("days"), row.yes("is_won")));
  }

  private List<SalesSignals.OpenLine> open() {
    String then = "opened_at < %s and (closed_at is null or closed_at >= %s)".formatted(end, end);
    Dataset<Row> opportunities =
        company(OPPORTUNITIES)
            .where(isLatest ? "outcome = 'open'" : then)
            .where("expected_close_date is not null")
            .selectExpr("number", "expected_close_date as expected_close");
    String inStage =
        isLatest
            ? "left_at is null"
            : "entered_at < %s and (left_at is null or left_at >= %s)".formatted(end, end);
    Dataset<Row> stages =
        company(STAGES)
            .where(inStage)
            .selectExpr(
                "number",
                "stage",
                ("cast(greatest(0, unix_timestamp(%s) - unix_timestamp(entered_at)) / 86400.0D"
                        + " as double) as days")
                    .formatted(end));
    return all(
        lines()
            .join(opportunities, NUMBER)
            .join(stages, NUMBER)
            .select("item", "quantity", "stage", "days", "expected_close"),
        row ->
            new SalesSignals.OpenLine(
                row.text("item"),
                row.number("quantity"),
                row.text("stage"),
                row.number("days"),
                row.day("expected_close")));
  }

  private List<SalesSignals.Won> won() {
    String days = "(unix_timestamp(closed_at) - unix_timestamp(opened_at)) / 86400.0D";
    return all(
        lines()
            .join(closed().where("is_won"), NUMBER)
            .selectExpr(
                "item",
                "cast(date_trunc('WEEK', closed_at) as date) as week",
                "quantity",
                "cast(greatest(0, coalesce(%s, 0)) as double) as days".formatted(days)),
        row ->
            new SalesSignals.Won(
                row.text("item"), row.day("week"), row.number("quantity"), row.number("days")));
  }

  private List<SalesSignals.Campaign> campaigns() {
    String asOf = "date'" + target.asOf() + "'";
    return all(
        company(CAMPAIGN_ITEMS)
            .select("code", "item")
            .join(
                company(CAMPAIGNS)
                    .where(
                        "status in ('planned', 'running') or status = 'ended' and starts_on <= "
                            + asOf)
                    .select("code", "starts_on", "ends_on"),
                CODE)
            .select("item", "starts_on", "ends_on"),
        row ->
            new SalesSignals.Campaign(
                row.text("item"), new ItemSignals.Span(row.day("starts_on"), row.day("ends_on"))));
  }

  private List<Units> sold() {
    Date lastWeek = Date.valueOf(Grain.WEEK.lastComplete(target.asOf()));
    return units(
        company(DemandJob.DEMAND)
            .where(col("period").leq(lastWeek))
            .join(company(CAMPAIGN_ITEMS).select("item").distinct(), "item")
            .selectExpr("item", "period as week", "greatest(quantity, 0) as quantity"));
  }

  /**
   * What is ordered and not invoiced, which is when demand counts, in the week the customer wants
   * it; in the first week when that has passed or none was named.
   */
  private List<Units> ordered(LocalDate nextWeek) {
    return units(
        company(ORDER_LINES)
            .where("ordered_qty > invoiced_qty")
            .join(
                company(ORDERS)
                    .where("status = 'open'")
                    .select(col("number"), dueWeek(nextWeek).as("week")),
                NUMBER)
            .groupBy("item", "week")
            .agg(expr("sum(ordered_qty - invoiced_qty)").as("quantity")));
  }

  private static Column dueWeek(LocalDate nextWeek) {
    // greatest() passes over nulls
    return greatest(
        lit(Date.valueOf(nextWeek)), expr("cast(date_trunc('WEEK', requested_date) as date)"));
  }

  /** Rows of item, week and quantity. */
  private static List<Units> units(Dataset<Row> rows) {
    return all(rows, row -> new Units(row.text("item"), row.day("week"), row.number("quantity")));
  }

  private static <T> List<T> all(Dataset<Row> rows, Function<TableRow, T> made) {
    return TableRow.all(rows.collectAsList()).stream().map(made).toList();
  }
}
