package org.millrace.analytics.stockpolicy.keeping;

import java.sql.Date;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.millrace.analytics.demand.Grain;
import org.millrace.analytics.planning.policy.ItemPoliciesJobRows;
import org.millrace.analytics.planning.policy.ItemPolicy;
import org.millrace.analytics.schedule.Target;
import org.millrace.analytics.stockpolicy.ServicePoint;
import org.millrace.warehouse.lake.Affected;
import org.millrace.warehouse.lake.Lake;
import org.millrace.warehouse.lake.RowsInHand;
import org.millrace.warehouse.row.RowWriter;
import org.millrace.warehouse.row.RowWriter.Draft;
import org.millrace.warehouse.row.TableRow;

/** Reads the facts of one company set by set and makes the rows; part of the job. */
final class StockPolicyJobRows {

  private static final int MOST_WEEKS = 52;

  static final String POLICY = "gold.stock_policy";
  static final String CURVE = "gold.service_curve";

  private final Lake lake;
  private final RowsInHand held;
  private final Target target;
  private final String company;
  private final LocalDate asOf;
  private String currency = "";

  StockPolicyJobRows(Lake lake, RowsInHand held, Target target) {
    this.held = held;
    this.lake = lake;
    this.target = target;
    this.company = target.company();
    this.asOf = target.asOf();
  }

  /** All stocked items of the company. */
  List<ItemStock> items() {
    Map<String, TableRow> weeks = byItem(StockPolicySql.WEEKS);
    Map<String, TableRow> forecasts = byItem(StockPolicySql.FORECASTS);
    Map<String, TableRow> errors = byItem(StockPolicySql.FORECAST_ERRORS);
    Map<String, TableRow> moves = byItem(StockPolicySql.MOVES);
    Map<String, TableRow> costs = byItem(StockPolicySql.COSTS);
    Map<String, TableRow> leads = byItem(StockPolicySql.LEAD_TIMES);
    Map<String, ItemPolicy> policies = ItemPoliciesJobRows.of(held, company);
    currency =
        costs.values().stream()
            .flatMap(row -> row.maybeText("currency").stream())
            .min(Comparator.naturalOrder())
            .orElse("");
    List<ItemStock> items = new ArrayList<>();
    for (TableRow row : query(StockPolicySql.ITEMS)) {
      String item = row.text("item");
      ItemStock.Label label =
          new ItemStock.Label(
              item,
              row.text("name"),
              row.yes("is_made") ? ItemStock.Made.MADE : ItemStock.Made.BOUGHT);
      items.add(
          new ItemStock(
              label,
              use(
                  weeks.get(item),
                  number(forecasts.get(item), "weekly"),
                  number(errors.get(item), "error")),
              lead(leads.get(item)),
              stock(moves.get(item), number(costs.get(item), "unit_cost").orElse(0)),
              policies.getOrDefault(item, ItemPolicy.NONE)));
    }
    return items;
  }

  /** Writes gold.stock_policy. */
  void writePolicies(List<ItemReview> items) {
    RowWriter writer = RowWriter.of(lake.catalog().named(POLICY));
    replace(POLICY, writer, items.stream().map(item -> policy(writer, item)).toList());
  }

  /** Writes gold.service_curve. */
  void writeCurve(List<ServicePoint> points) {
    RowWriter writer = RowWriter.of(lake.catalog().named(CURVE));
    replace(CURVE, writer, points.stream().map(point -> point(writer, point)).toList());
  }

  private void replace(String table, RowWriter writer, List<Row> rows) {
    lake.replace(table, company, writer.dataset(lake.session(), rows), target.replacedRows());
  }

  private List<TableRow> query(String sql) {
    LocalDate lastWeek = Grain.WEEK.lastComplete(asOf);
    Map<String, Object> parameters = new HashMap<>(target.parameters());
    parameters.put("firstWeek", lastWeek.minusWeeks(MOST_WEEKS - 1L));
    parameters.put("lastWeek", lastWeek);
    return TableRow.all(held.ask(sql, parameters, Affected.ofCompany(company)).collectAsList());
  }

  private Map<String, TableRow> byItem(String sql) {
    Map<String, TableRow> rows = new HashMap<>();
    query(sql).forEach(row -> rows.put(row.text("item"), row));
    return rows;
  }

  private ItemStock.Use use(
      @Nullable TableRow weeks, OptionalDouble forecast, OptionalDouble error) {
    if (weeks == null) {
      return new ItemStock.Use(List.of(), List.of(), forecast, error);
    }
    List<Date> mondays = weeks.list("mondays");
    List<Double> sold = weeks.list("sold");
    List<Double> consumed = weeks.list("consumed");
    LocalDate last = Grain.WEEK.lastComplete(asOf);
    LocalDate first = mondays.stream().map(Date::toLocalDate).min(LocalDate::compareTo).get();
    int count = (int) ChronoUnit.WEEKS.between(first, last) + 1;
    Double[] soldByWeek = zeros(count);
    Double[] consumedByWeek = zeros(count);
    for (int i = 0; i < mondays.size(); i++) {
      int week = (int) ChronoUnit.WEEKS.between(first, mondays.get(i).toLocalDate());
      soldByWeek[week] += sold.get(i);
      consumedByWeek[week] += consumed.get(i);
    }
    return new ItemStock.Use(
        Arrays.asList(soldByWeek), Arrays.asList(consumedByWeek), forecast, error);
  }

  private static Double[] zeros(int count) {
    Double[] zeros = new Double[count];
    Arrays.fill(zeros, 0.0);
    return zeros;
  }

  private static ItemStock.SeenLead lead(@Nullable TableRow row) {
    return row == null
        ? ItemStock.SeenLead.NONE
        : new ItemStock.SeenLead(
            row.whole("receipts"), row.number("mean_days"), row.number("deviation_days"));
  }

  private static ItemStock.Stock stock(@Nullable TableRow row, double unitCost) {
    if (row == null) {
      return new ItemStock.Stock(
          0,
          0,
          unitCost,
          new ItemStock.YearMoves(0, 0),
          ItemStock.MonthMoves.NONE,
          new ItemStock.Days(Optional.empty(), Optional.empty()));
    }
    double value = row.number("value");
    return new ItemStock.Stock(
        row.number("on_hand"),
        value,
        unitCost,
        ItemStock.YearMoves.of(row.number("used_value"), value, row.number("value_days")),
        new ItemStock.MonthMoves(row.number("went"), row.number("came"), row.number("made")),
        new ItemStock.Days(row.maybeDay("last_in"), row.maybeDay("last_out")));
  }

  private static OptionalDouble number(@Nullable TableRow row, String column) {
    return row == null ? OptionalDouble.empty() : row.maybeNumber(column);
  }

  private Row policy(RowWriter writer, ItemReview review) {
    Draft draft = head(writer);
    named(draft, review);
    levels(draft, review);
    stock(draft, review);
    cover(draft, review);
    return draft.done();
  }

  private static void named(Draft draft, ItemReview review) {
    ItemStock facts = review.facts();
    draft
        .set("item", facts.label().item())
        .set("item_name", facts.label().name())
        .set("source", StockKeeping.source(facts).name().toLowerCase(Locale.ROOT))
        .set("abc", review.policy().classes().abc().name())
        .set("xyz", review.policy().classes().xyz().name());
  }

  private static void levels(Draft draft, ItemReview review) {
    var levels = review.policy().levels();
    var basis = review.basis();
    double weekly = basis.forecast().perPeriod();
    double yearly = weekly * MOST_WEEKS * basis.unitCost();
    draft
        .set("service_level", levels.serviceLevel())
        .set("weekly_qty", weekly)
        .set("daily_qty", weekly / 7)
        .set("weekly_error_qty", basis.forecast().errorDeviation())
        .set("lead_days", basis.leadTimeWeeks().periods() * 7)
        .set("lead_deviation_days", basis.leadTimeWeeks().deviation() * 7)
        .set("lead_receipts", review.facts().lead().receipts())
        .set("safety_qty", levels.safetyStock())
        .set("reorder_qty", levels.reorderPoint())
        .set("order_qty", levels.orderQuantity())
        .set("policy_stock_amount", levels.stockValue())
        .set("safety_amount", levels.safetyStock() * basis.unitCost())
        .set("met_amount", yearly * levels.fillRate())
        .set("demanded_amount", yearly);
  }

  private static void stock(Draft draft, ItemReview review) {
    ItemStock.Stock stock = review.facts().stock();
    draft
        .set("unit_cost", review.basis().unitCost())
        .set("on_hand_qty", stock.onHand())
        .set("stock_amount", stock.value())
        .set("used_amount", stock.year().usedValue())
        .set("average_stock_amount", stock.year().averageValue())
        .set("went_qty", stock.month().went())
        .set("came_qty", stock.month().came())
        .set("made_qty", stock.month().made());
  }

  private static void cover(Draft draft, ItemReview review) {
    ItemReview.Cover cover = review.cover();
    ItemReview.Surplus surplus = review.surplus();
    double unitCost = review.basis().unitCost();
    draft
        .set("cover_days", cover.days())
        .set("is_short", cover.alarms().contains(ItemReview.Alarm.SHORT))
        .set("made_rate", cover.rhythm().madeToWent())
        .set("is_behind", cover.alarms().contains(ItemReview.Alarm.BEHIND))
        .set("stock_out_days", cover.rhythm().daysToStockOut())
        .set("excess_qty", surplus.excess())
        .set("excess_amount", surplus.excess() * unitCost)
        .set("dead_qty", surplus.dead())
        .set("dead_amount", surplus.dead() * unitCost)
        .set("idle_days", surplus.idleDays());
  }

  private Row point(RowWriter writer, ServicePoint point) {
    return head(writer)
        .set("service_level", point.serviceLevel())
        .set("safety_amount", point.safetyValue())
        .set("stock_amount", point.stockValue())
        .set("met_amount", point.metValue())
        .set("demanded_amount", point.demandedValue())
        .done();
  }

  private Draft head(RowWriter writer) {
    return writer.row().set("company", company).set("as_of", asOf).set("currency", currency);
  }
}
