package org.millrace.analytics.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.millrace.analytics.mrp.Proposal;
import org.millrace.analytics.mrp.bill.BillLine;
import org.millrace.analytics.mrp.capacity.Operation;
import org.millrace.analytics.mrp.capacity.WorkCentre;
import org.millrace.analytics.mrp.facts.Demand;
import org.millrace.analytics.mrp.facts.Peg;
import org.millrace.analytics.mrp.facts.PlannedItem.Source;
import org.millrace.analytics.mrp.facts.Receipt;
import org.millrace.analytics.mrp.facts.Rejection;
import org.millrace.analytics.planning.CompanyFacts.Decided;
import org.millrace.analytics.planning.CompanyFacts.Documents;
import org.millrace.analytics.planning.CompanyFacts.ForecastWeek;
import org.millrace.analytics.planning.CompanyFacts.Seen;
import org.millrace.analytics.planning.CompanyFacts.Stock;
import org.millrace.analytics.planning.CompanyFacts.StockedItem;
import org.millrace.analytics.planning.CompanyFacts.Unit;
import org.millrace.analytics.planning.CompanyFacts.Workshop;
import org.millrace.analytics.planning.policy.ItemPoliciesJobRows;
import org.millrace.analytics.planning.policy.ItemPolicy;
import org.millrace.analytics.planning.policy.PlanningSettings;
import org.millrace.analytics.planning.policy.PlanningSettingsJobRows;
import org.millrace.analytics.schedule.Target;
import org.millrace.warehouse.lake.Affected;
import org.millrace.warehouse.lake.RowsInHand;

/** Reads the facts of one company's plan, set by set; part of the job. */
final class PlanFactsJobRows {

  private static final String PIECES = "pcs";
  private static final String REJECTED = "rejected";

  private final RowsInHand held;
  private final Target target;
  private final LocalDate asOf;

  PlanFactsJobRows(RowsInHand held, Target target) {
    this.held = held;
    this.target = target;
    this.asOf = target.asOf();
  }

  CompanyFacts facts() {
    Map<String, ItemPolicy> policies = ItemPoliciesJobRows.of(held, target.company());
    PlanningSettings settings = PlanningSettingsJobRows.of(held, target.company());
    return new CompanyFacts(
        asOf,
        settings,
        each(PlanSql.ITEMS, row -> item(row, policies, settings)),
        each(
            PlanSql.BILLS,
            row -> BillLine.of(row.getString(0), row.getString(1), row.getDouble(2))),
        new Documents(
            each(PlanSql.DEMANDS, PlanFactsJobRows::demand),
            each(PlanSql.RECEIPTS, PlanFactsJobRows::receipt),
            decided()),
        each(
            PlanSql.FORECAST,
            row ->
                new ForecastWeek(
                    row.getString(0),
                    day(row, 1),
                    row.getDouble(2),
                    row.getDouble(3),
                    row.getDouble(4))),
        new Workshop(
            each(PlanSql.CENTRES, row -> centre(row, settings)),
            each(
                PlanSql.OPERATIONS,
                row ->
                    new Operation(
                        row.getString(0), row.getString(1), row.getDouble(2), row.getDouble(3)))));
  }

  /** The last two versions that are kept. */
  List<PlanVersion.Kept> kept() {
    Map<Long, List<Proposal>> proposals = new TreeMap<>();
    Map<Long, LocalDate> days = new TreeMap<>();
    for (Row row : query(PlanSql.KEPT)) {
      days.put(row.getLong(0), day(row, 1));
      List<Proposal> ofVersion =
          proposals.computeIfAbsent(row.getLong(0), version -> new ArrayList<>());
      if (!row.isNullAt(2)) {
        ofVersion.add(proposal(row));
      }
    }
    return days.entrySet().stream()
        .map(
            version ->
                new PlanVersion.Kept(
                    version.getKey(),
                    version.getValue(),
                    proposals.getOrDefault(version.getKey(), List.of())))
        .toList();
  }

  private <T> List<T> each(String sql, Function<Row, T> made) {
    return query(sql).stream().map(made).toList();
  }

  private List<Row> query(String sql) {
    return held.ask(target.inSql(sql), Affected.ofCompany(target.company())).collectAsList();
  }

  private static StockedItem item(
      Row row, Map<String, ItemPolicy> policies, PlanningSettings settings) {
    String item = row.getString(0);
    OptionalDouble lead =
        row.isNullAt(8)
            ? OptionalDouble.empty()
            : OptionalDouble.of(settings.workingDays(row.getDouble(8)));
    return new StockedItem(
        item,
        row.getString(1),
        row.getString(2).equals(PIECES) ? Unit.PIECES : Unit.OTHER,
        new Stock(row.getDouble(3), row.getDouble(4), row.getString(5)),
        new Seen(row.getDouble(6), row.getDouble(7), lead),
        policies.getOrDefault(item, ItemPolicy.NONE).orSupplier(row.getString(9)));
  }

  private static Demand demand(Row row) {
    return new Demand(
        row.getString(1),
        Demand.Kind.valueOf(row.getString(0)),
        row.getString(2),
        day(row, 3),
        row.getDouble(4));
  }

  private static Receipt receipt(Row row) {
    return new Receipt(
        row.getString(1),
        Receipt.Kind.valueOf(row.getString(0)),
        row.getString(2),
        day(row, 3),
        row.getDouble(4));
  }

  private Decided decided() {
    Set<String> ids = new HashSet<>();
    Map<String, Row> rejected = new TreeMap<>();
    Map<String, List<Peg>> pegs = new HashMap<>();
    for (Row row : query(PlanSql.DECIDED)) {
      String id = row.getString(0);
      ids.add(id);
      if (row.getString(1).equals(REJECTED) && !row.isNullAt(5)) {
        rejected.put(id, row);
        pegs.computeIfAbsent(id, of -> new ArrayList<>())
            .add(
                new Peg(
                    Peg.Reason.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
                    row.getString(6),
                    row.getDouble(7)));
      }
    }
    return new Decided(ids, rejected.values().stream().map(row -> rejection(row, pegs)).toList());
  }

  private static Rejection rejection(Row row, Map<String, List<Peg>> pegs) {
    return new Rejection(
        row.getString(0),
        row.getString(2),
        Objects.requireNonNullElse(row.getString(3), "?"),
        Optional.ofNullable(row.getString(4)),
        pegs.getOrDefault(row.getString(0), List.of()));
  }

  private static WorkCentre centre(Row row, PlanningSettings settings) {
    int days = Math.max(1, row.getInt(2));
    return new WorkCentre(
        row.getString(0), row.getDouble(1), settings.calendarOf(row.getString(0), days));
  }

  private static Proposal proposal(Row row) {
    return new Proposal(
        row.getString(2),
        row.getString(3),
        Source.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
        row.getDouble(5),
        row.getLong(6),
        new Proposal.Dates(day(row, 7), day(row, 8), day(row, 9), day(row, 10)));
  }

  private static LocalDate day(Row row, int column) {
    return LocalDate.parse(row.getString(column));
  }
}
