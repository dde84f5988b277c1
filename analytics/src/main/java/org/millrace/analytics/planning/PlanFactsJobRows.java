package org.millrace.analytics.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
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
import org.millrace.warehouse.row.TableRow;

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
        each(PlanSql.BILLS, PlanFactsJobRows::line),
        new Documents(
            each(PlanSql.DEMANDS, PlanFactsJobRows::demand),
            each(PlanSql.RECEIPTS, PlanFactsJobRows::receipt),
            decided()),
        each(PlanSql.FORECAST, PlanFactsJobRows::week),
        new Workshop(
            each(PlanSql.CENTRES, row -> centre(row, settings)),
            each(PlanSql.OPERATIONS, PlanFactsJobRows::operation)));
  }

  /** The last two versions that are stored. */
  List<PlanVersion.Stored> stored() {
    Map<Long, List<Proposal>> proposals = new TreeMap<>();
    Map<Long, LocalDate> days = new TreeMap<>();
    for (TableRow row : query(PlanSql.STORED)) {
      long number = row.whole("plan_version");
      days.put(number, row.day("as_of"));
      List<Proposal> ofVersion = proposals.computeIfAbsent(number, version -> new ArrayList<>());
      if (row.has("proposal")) {
        ofVersion.add(proposal(row));
      }
    }
    return days.entrySet().stream()
        .map(
            version ->
                new PlanVersion.Stored(
                    version.getKey(),
                    version.getValue(),
                    proposals.getOrDefault(version.getKey(), List.of())))
        .toList();
  }

  private <T> List<T> each(String sql, Function<TableRow, T> made) {
    return query(sql).stream().map(made).toList();
  }

  private List<TableRow> query(String sql) {
    return TableRow.all(
        held.ask(sql, target.parameters(), Affected.ofCompany(target.company())).collectAsList());
  }

  private static StockedItem item(
      TableRow row, Map<String, ItemPolicy> policies, PlanningSettings settings) {
    String item = row.text("item");
    OptionalDouble lead = row.maybeNumber("lead_days");
    return new StockedItem(
        item,
        row.text("name"),
        row.text("unit").equals(PIECES) ? Unit.PIECES : Unit.OTHER,
        new Stock(row.number("on_hand"), row.number("unit_cost"), row.text("currency")),
        new Seen(
            row.number("weekly"),
            row.number("safety"),
            lead.isPresent()
                ? OptionalDouble.of(settings.workingDays(lead.getAsDouble()))
                : OptionalDouble.empty()),
        policies.getOrDefault(item, ItemPolicy.NONE).orSupplier(row.maybeText("supplier")));
  }

  private static BillLine line(TableRow row) {
    return BillLine.of(row.text("item"), row.text("material"), row.number("quantity"));
  }

  private static Demand demand(TableRow row) {
    return new Demand(
        row.text("document"),
        Demand.Kind.valueOf(row.text("kind")),
        row.text("item"),
        row.day("day"),
        row.number("quantity"));
  }

  private static Receipt receipt(TableRow row) {
    return new Receipt(
        row.text("document"),
        Receipt.Kind.valueOf(row.text("kind")),
        row.text("item"),
        row.day("day"),
        row.number("quantity"));
  }

  private static ForecastWeek week(TableRow row) {
    return new ForecastWeek(
        row.text("item"),
        row.day("period"),
        row.number("forecast"),
        row.number("gone"),
        row.number("statistical"));
  }

  private Decided decided() {
    Set<String> ids = new HashSet<>();
    Map<String, TableRow> rejected = new TreeMap<>();
    Map<String, List<Peg>> pegs = new HashMap<>();
    for (TableRow row : query(PlanSql.DECIDED)) {
      String id = row.text("proposal");
      ids.add(id);
      if (row.text("state").equals(REJECTED) && row.has("reason")) {
        rejected.put(id, row);
        pegs.computeIfAbsent(id, of -> new ArrayList<>()).add(peg(row));
      }
    }
    return new Decided(ids, rejected.values().stream().map(row -> rejection(row, pegs)).toList());
  }

  private static Peg peg(TableRow row) {
    return new Peg(
        Peg.Reason.valueOf(row.text("reason").toUpperCase(Locale.ROOT)),
        row.text("document"),
        row.number("quantity"));
  }

  private static Rejection rejection(TableRow row, Map<String, List<Peg>> pegs) {
    return new Rejection(
        row.text("proposal"),
        row.text("item"),
        row.maybeText("decided_by").orElse("?"),
        row.maybeText("note"),
        pegs.getOrDefault(row.text("proposal"), List.of()));
  }

  private static WorkCentre centre(TableRow row, PlanningSettings settings) {
    String centre = row.text("work_centre");
    int days = (int) Math.max(1, row.whole("days_per_week"));
    return new WorkCentre(centre, row.number("hours_per_day"), settings.calendarOf(centre, days));
  }

  private static Operation operation(TableRow row) {
    return new Operation(
        row.text("item"),
        row.text("work_centre"),
        row.number("setup_hours"),
        row.number("hours_per_unit"));
  }

  private static Proposal proposal(TableRow row) {
    return new Proposal(
        row.text("proposal"),
        row.text("item"),
        Source.valueOf(row.text("source").toUpperCase(Locale.ROOT)),
        row.number("quantity"),
        row.whole("orders"),
        new Proposal.Dates(
            row.day("start_date"),
            row.day("due_date"),
            row.day("needed_date"),
            row.day("possible_date")));
  }
}
