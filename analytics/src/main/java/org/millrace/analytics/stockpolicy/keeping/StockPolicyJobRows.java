package org.millrace.analytics.stockpolicy.keeping;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.millrace.analytics.demand.Grain;
import org.millrace.analytics.planning.policy.ItemPoliciesJobRows;
import org.millrace.analytics.planning.policy.ItemPolicy;
import org.millrace.analytics.schedule.Target;
import org.millrace.analytics.stockpolicy.ServicePoint;
import org.millrace.warehouse.lake.Affected;
import org.millrace.warehouse.lake.Lake;
import org.millrace.warehouse.lake.RowsInHand;

/** Reads the facts of one company set by set and makes the rows; part of the job. */
final class StockPolicyJobRows {

  private static final int MOST_WEEKS = 52;

  /** What the policies depend on besides sales: it differs when they may. */
  static final String FINGERPRINTS = StockPolicySql.FINGERPRINTS;

  private static final StructType POLICY =
      StructType.fromDDL(
          "company string, as_of date, item string, item_name string, currency string,"
              + " source string, abc string, xyz string, service_level decimal(9,4),"
              + " weekly_qty decimal(18,4), weekly_error_qty decimal(18,4),"
              + " lead_days decimal(9,2), lead_deviation_days decimal(9,2), lead_receipts bigint,"
              + " safety_qty decimal(18,4), reorder_qty decimal(18,4), order_qty decimal(18,4),"
              + " unit_cost decimal(18,6), on_hand_qty decimal(18,4), stock_amount decimal(18,2),"
              + " policy_stock_amount decimal(18,2), safety_amount decimal(18,2),"
              + " met_amount decimal(18,2), demanded_amount decimal(18,2),"
              + " used_amount decimal(18,2), average_stock_amount decimal(18,2),"
              + " daily_qty decimal(18,4), cover_days decimal(18,2), is_short boolean,"
              + " went_qty decimal(18,4), came_qty decimal(18,4),"
              + " made_qty decimal(18,4), made_rate decimal(18,4), is_behind boolean,"
              + " stock_out_days decimal(18,2), excess_qty decimal(18,4),"
              + " excess_amount decimal(18,2), dead_qty decimal(18,4), dead_amount decimal(18,2),"
              + " idle_days int");
  private static final StructType CURVE =
      StructType.fromDDL(
          "company string, as_of date, service_level decimal(9,4), currency string,"
              + " safety_amount decimal(18,2), stock_amount decimal(18,2),"
              + " met_amount decimal(18,2), demanded_amount decimal(18,2)");

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
    Map<String, Row> weeks = byItem(StockPolicySql.WEEKS);
    Map<String, Row> forecasts = byItem(StockPolicySql.FORECASTS);
    Map<String, Row> errors = byItem(StockPolicySql.FORECAST_ERRORS);
    Map<String, Row> moves = byItem(StockPolicySql.MOVES);
    Map<String, Row> costs = byItem(StockPolicySql.COSTS);
    Map<String, Row> leads = byItem(StockPolicySql.LEAD_TIMES);
    Map<String, ItemPolicy> policies = ItemPoliciesJobRows.of(held, company);
    currency =
        costs.values().stream()
            .map(row -> row.getString(2))
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse("");
    List<ItemStock> items = new ArrayList<>();
    for (Row row : query(StockPolicySql.ITEMS)) {
      String item = row.getString(0);
      ItemStock.Label label =
          new ItemStock.Label(
              item,
              row.getString(1),
              row.getBoolean(2) ? ItemStock.Made.MADE : ItemStock.Made.BOUGHT);
      items.add(
          new ItemStock(
              label,
              use(weeks.get(item), number(forecasts.get(item), 1), number(errors.get(item), 1)),
              lead(leads.get(item)),
              stock(moves.get(item), number(costs.get(item), 1).orElse(0)),
              policies.getOrDefault(item, ItemPolicy.NONE)));
    }
    return items;
  }

  /** Rows for gold.stock_policy. */
  Dataset<Row> policies(List<KeptItem> items) {
    return lake.session().createDataFrame(items.stream().map(this::policy).toList(), POLICY);
  }

  /** Rows for gold.service_curve. */
  Dataset<Row> curve(List<ServicePoint> points) {
    List<Row> rows =
        points.stream()
            .map(
                point ->
                    RowFactory.create(
                        company,
                        Date.valueOf(asOf),
                        quantity(point.serviceLevel()),
                        currency,
                        amount(point.safetyValue()),
                        amount(point.stockValue()),
                        amount(point.metValue()),
                        amount(point.demandedValue())))
            .toList();
    return lake.session().createDataFrame(rows, CURVE);
  }

  private List<Row> query(String sql) {
    LocalDate lastWeek = Grain.WEEK.lastComplete(asOf);
    String firstWeek = "date'" + lastWeek.minusWeeks(MOST_WEEKS - 1L) + "'";
    return held.ask(
            target
                .inSql(sql)
                .replace(":firstWeek", firstWeek)
                .replace(":lastWeek", "date'" + lastWeek + "'"),
            Affected.ofCompany(company))
        .collectAsList();
  }

  private Map<String, Row> byItem(String sql) {
    Map<String, Row> rows = new HashMap<>();
    query(sql).forEach(row -> rows.put(row.getString(0), row));
    return rows;
  }

  private ItemStock.Use use(@Nullable Row weeks, OptionalDouble forecast, OptionalDouble error) {
    if (weeks == null) {
      return new ItemStock.Use(List.of(), List.of(), forecast, error);
    }
    List<Date> mondays = weeks.getList(1);
    List<Double> sold = weeks.getList(2);
    List<Double> consumed = weeks.getList(3);
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

  private static ItemStock.SeenLead lead(@Nullable Row row) {
    return row == null
        ? ItemStock.SeenLead.NONE
        : new ItemStock.SeenLead(row.getLong(1), row.getDouble(2), row.getDouble(3));
  }

  private static ItemStock.Stock stock(@Nullable Row row, double unitCost) {
    if (row == null) {
      return new ItemStock.Stock(
          0,
          0,
          unitCost,
          new ItemStock.YearMoves(0, 0),
          ItemStock.MonthMoves.NONE,
          new ItemStock.Days(Optional.empty(), Optional.empty()));
    }
    double value = row.getDouble(2);
    return new ItemStock.Stock(
        row.getDouble(1),
        value,
        unitCost,
        ItemStock.YearMoves.of(row.getDouble(3), value, row.getDouble(4)),
        new ItemStock.MonthMoves(row.getDouble(5), row.getDouble(6), row.getDouble(7)),
        new ItemStock.Days(day(row, 8), day(row, 9)));
  }

  private Row policy(KeptItem kept) {
    ItemStock facts = kept.facts();
    ItemStock.Stock stock = facts.stock();
    var classes = kept.policy().classes();
    var levels = kept.policy().levels();
    double unitCost = kept.basis().unitCost();
    double yearly = kept.basis().forecast().perPeriod() * MOST_WEEKS * unitCost;
    double leadWeeks = kept.basis().leadTimeWeeks().periods();
    double leadDeviationWeeks = kept.basis().leadTimeWeeks().deviation();
    return RowFactory.create(
        company,
        Date.valueOf(asOf),
        facts.label().item(),
        facts.label().name(),
        currency,
        StockKeeping.source(facts).name().toLowerCase(Locale.ROOT),
        classes.abc().name(),
        classes.xyz().name(),
        quantity(levels.serviceLevel()),
        quantity(kept.basis().forecast().perPeriod()),
        quantity(kept.basis().forecast().errorDeviation()),
        amount(leadWeeks * 7),
        amount(leadDeviationWeeks * 7),
        facts.lead().receipts(),
        quantity(levels.safetyStock()),
        quantity(levels.reorderPoint()),
        quantity(levels.orderQuantity()),
        BigDecimal.valueOf(unitCost).setScale(6, RoundingMode.HALF_EVEN),
        quantity(stock.onHand()),
        amount(stock.value()),
        amount(levels.stockValue()),
        amount(levels.safetyStock() * unitCost),
        amount(yearly * levels.fillRate()),
        amount(yearly),
        amount(stock.year().usedValue()),
        amount(stock.year().averageValue()),
        quantity(kept.basis().forecast().perPeriod() / 7),
        optional(kept.cover().days()),
        kept.cover().alarms().contains(KeptItem.Alarm.SHORT),
        quantity(stock.month().went()),
        quantity(stock.month().came()),
        quantity(stock.month().made()),
        kept.cover().rhythm().madeToWent().stream()
            .mapToObj(StockPolicyJobRows::quantity)
            .findFirst()
            .orElse(null),
        kept.cover().alarms().contains(KeptItem.Alarm.BEHIND),
        optional(kept.cover().rhythm().daysToStockOut()),
        quantity(kept.surplus().excess()),
        amount(kept.surplus().excess() * unitCost),
        quantity(kept.surplus().dead()),
        amount(kept.surplus().dead() * unitCost),
        kept.surplus().idleDays().isPresent() ? kept.surplus().idleDays().getAsInt() : null);
  }

  private static Optional<LocalDate> day(Row row, int index) {
    return Optional.ofNullable(row.getDate(index)).map(Date::toLocalDate);
  }

  private static OptionalDouble number(@Nullable Row row, int index) {
    return row == null || row.isNullAt(index)
        ? OptionalDouble.empty()
        : OptionalDouble.of(row.getDouble(index));
  }

  private static @Nullable BigDecimal optional(OptionalDouble value) {
    return value.isPresent() ? amount(value.getAsDouble()) : null;
  }

  private static BigDecimal quantity(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal amount(double value) {
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
  }
}
