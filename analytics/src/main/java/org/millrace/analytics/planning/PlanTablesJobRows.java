package org.millrace.analytics.planning;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.millrace.analytics.mrp.MaterialWeek;
import org.millrace.analytics.mrp.PlanMessage;
import org.millrace.analytics.mrp.Proposal;
import org.millrace.analytics.mrp.capacity.LoadWeek;
import org.millrace.analytics.mrp.facts.Peg;
import org.millrace.analytics.mrp.facts.PlannedItem.Source;
import org.millrace.analytics.mrp.version.Change;
import org.millrace.analytics.mrp.version.PlanDifference;
import org.millrace.analytics.planning.CompanyFacts.StockedItem;
import org.millrace.warehouse.lake.Lake;

/**
 * Writes a plan, each table in one commit, a great many pegs in several; part of the job. Proposals
 * and changes are kept for some versions, all else for the last one.
 */
final class PlanTablesJobRows {

  static final String VERSION = "gold.plan_version";
  static final String PROPOSAL = "gold.plan_proposal";
  static final String PEG = "gold.plan_peg";
  static final String MESSAGE = "gold.plan_message";
  static final String MATERIAL = "gold.plan_material_week";
  static final String LOAD = "gold.plan_load_week";
  static final String LOAD_JOB = "gold.plan_load_job";
  static final String CHANGE = "gold.plan_change";

  private static final String HEAD = "company string, as_of date, plan_version bigint, ";

  private final Lake lake;
  private final String company;
  private final CompanyFacts facts;
  private final PlanVersion version;
  private final Map<String, StockedItem> items = new HashMap<>();

  PlanTablesJobRows(Lake lake, String company, CompanyFacts facts, PlanVersion version) {
    this.lake = lake;
    this.company = company;
    this.facts = facts;
    this.version = version;
    facts.items().forEach(item -> items.put(item.item(), item));
  }

  /** All tables but the version, which is written last: it says that the others are there. */
  void write(MadePlan plan, int pegsAtOnce) {
    List<Proposal> before = version.before().map(PlanVersion.Kept::proposals).orElse(List.of());
    proposals(plan);
    pegs(plan, pegsAtOnce);
    messages(plan.messages());
    material(plan);
    load(plan);
    changes(difference(before, plan));
    version(plan, before);
  }

  private void proposals(MadePlan plan) {
    List<Row> rows = new ArrayList<>();
    for (Proposal proposal : plan.proposals()) {
      StockedItem item =
          requireNonNull(items.get(proposal.item()), () -> proposal.item() + " is not stocked");
      Proposal.Dates dates = proposal.dates();
      double cost = Math.max(0, item.stock().unitCost());
      rows.add(
          row(
              proposal.id(),
              proposal.item(),
              item.name(),
              proposal.source().name().toLowerCase(Locale.ROOT),
              proposal.source() == Source.BUY ? item.policy().supplier().orElse(null) : null,
              quantity(proposal.quantity()),
              proposal.orders(),
              Date.valueOf(dates.start()),
              Date.valueOf(dates.due()),
              Date.valueOf(dates.needed()),
              Date.valueOf(dates.possible()),
              dates.possible().isAfter(dates.needed()),
              amount(cost * proposal.quantity()),
              item.stock().currency()));
    }
    String columns =
        "proposal string, item string, item_name string, source string, supplier string,"
            + " quantity decimal(18,6), orders bigint, start_date date, due_date date,"
            + " needed_date date, possible_date date, is_late boolean, cost_amount decimal(18,2),"
            + " currency string";
    replace(PROPOSAL, rows, columns, ofVersion());
  }

  // A large plan has more pegs than the heap holds as rows.
  private void pegs(MadePlan plan, int atOnce) {
    Part part = new Part(atOnce);
    for (Proposal proposal : plan.proposals()) {
      for (Peg peg : plan.behind(proposal)) {
        part.add(
            row(
                proposal.id(),
                proposal.item(),
                peg.reason().name().toLowerCase(Locale.ROOT),
                peg.document(),
                quantity(peg.quantity())));
      }
    }
    part.write();
  }

  /** Rows of pegs on their way to the table: the first part replaces what was there. */
  private final class Part {

    private final int most;
    private List<Row> rows = new ArrayList<>();
    private boolean isFirst = true;

    Part(int most) {
      this.most = most;
    }

    void add(Row row) {
      if (rows.size() >= most) {
        write();
      }
      rows.add(row);
    }

    void write() {
      if (isFirst) {
        replace(PEG, rows, PEG_COLUMNS, ofCompany());
      } else if (!rows.isEmpty()) {
        lake.add(PEG, lake.session().createDataFrame(rows, type(PEG_COLUMNS)));
      }
      isFirst = false;
      rows = new ArrayList<>();
    }
  }

  private static final String PEG_COLUMNS =
      "proposal string, item string, reason string, document string, quantity decimal(18,6)";

  private void messages(List<PlanMessage> messages) {
    List<Row> rows = new ArrayList<>();
    for (PlanMessage message : messages) {
      rows.add(
          row(
              rows.size() + 1,
              message.kind().name().toLowerCase(Locale.ROOT),
              PlanSeverity.of(message.kind()).name().toLowerCase(Locale.ROOT),
              message.item(),
              name(message.item()),
              message.document(),
              message.paper().map(PlanTablesJobRows::kind).orElse(null),
              quantity(message.quantity()),
              date(message.from()),
              date(message.to()),
              message.text(),
              message.chineseText()));
    }
    replace(MESSAGE, rows, MESSAGE_COLUMNS, ofCompany());
  }

  private static final String MESSAGE_COLUMNS =
      "message_no int, kind string, severity string, item string, item_name string,"
          + " document string, document_type string, quantity decimal(18,6), from_date date,"
          + " to_date date,"
          + " text_en string, text_zh string";

  /** As the documents of the company are called everywhere: {@code sales-order}. */
  private static String kind(PlanMessage.Paper paper) {
    return paper.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void material(MadePlan plan) {
    List<Row> rows = new ArrayList<>();
    for (StockedItem item : facts.items()) {
      List<MaterialWeek> weeks = plan.material().material(item.item());
      for (MaterialWeek week : weeks.subList(0, active(weeks))) {
        rows.add(
            row(
                item.item(),
                item.name(),
                Date.valueOf(week.monday()),
                quantity(week.needed()),
                quantity(week.receipts()),
                quantity(week.proposed()),
                quantity(week.started()),
                quantity(week.stock())));
      }
    }
    String columns =
        "item string, item_name string, period date, needed_qty decimal(18,6),"
            + " receipts_qty decimal(18,6), proposed_qty decimal(18,6),"
            + " started_qty decimal(18,6), stock_qty decimal(18,6)";
    replace(MATERIAL, rows, columns, ofCompany());
  }

  /** How many weeks there are until nothing moves any more. */
  private static int active(List<MaterialWeek> weeks) {
    int active = 0;
    for (int week = 0; week < weeks.size(); week++) {
      MaterialWeek of = weeks.get(week);
      boolean moves =
          of.needed() != 0 || of.receipts() != 0 || of.proposed() != 0 || of.started() != 0;
      active = moves ? week + 1 : active;
    }
    return active;
  }

  private void load(MadePlan plan) {
    List<Row> weeks = new ArrayList<>();
    List<Row> jobs = new ArrayList<>();
    for (LoadWeek week : plan.load()) {
      Date monday = Date.valueOf(week.monday());
      weeks.add(
          row(
              week.workCentre(),
              monday,
              hours(week.load()),
              hours(week.capacity()),
              hours(week.excess()),
              week.isOverload()));
      Map<String, Double> shares = new TreeMap<>();
      week.shares()
          .forEach(share -> shares.merge(plan.name(share.job()), share.hours(), Double::sum));
      shares.forEach((job, hours) -> jobs.add(row(week.workCentre(), monday, job, hours(hours))));
    }
    String place = "work_centre string, period date, ";
    replace(
        LOAD,
        weeks,
        place
            + "load_hours decimal(18,4), capacity_hours decimal(18,4),"
            + " excess_hours decimal(18,4), is_overload boolean",
        ofCompany());
    replace(LOAD_JOB, jobs, place + "job string, load_hours decimal(18,4)", ofCompany());
  }

  private void changes(PlanDifference difference) {
    List<Row> rows = new ArrayList<>();
    for (Change change : difference.changes()) {
      rows.add(
          row(
              rows.size() + 1,
              change.kind().name().toLowerCase(Locale.ROOT),
              change.item(),
              name(change.item()),
              change.before().map(Proposal::id).orElse(null),
              change.after().map(Proposal::id).orElse(null),
              date(change.before().map(proposal -> proposal.dates().due())),
              date(change.after().map(proposal -> proposal.dates().due())),
              quantity(change.before().map(Proposal::quantity).orElse(0.0)),
              quantity(change.after().map(Proposal::quantity).orElse(0.0)),
              quantity(change.quantity()),
              Date.valueOf(change.firstDay())));
    }
    String columns =
        "change_no int, kind string, item string, item_name string, before_proposal string,"
            + " proposal string, before_due_date date, due_date date,"
            + " planned_qty decimal(18,6), quantity decimal(18,6), changed_qty decimal(18,6),"
            + " first_date date";
    replace(CHANGE, rows, columns, ofVersion());
  }

  /** Beside no plan before, nothing changed. */
  private PlanDifference difference(List<Proposal> before, MadePlan plan) {
    List<Proposal> after = version.before().isPresent() ? plan.proposals() : List.of();
    return PlanDifference.between(before, after);
  }

  private void version(MadePlan plan, List<Proposal> before) {
    PlanDifference difference = difference(undecided(before), plan);
    int frozenDays = facts.settings().frozenDays();
    PlanDifference.Amounts all = difference.amounts(LocalDate.MAX);
    LocalDate thawed = frozenDays == 0 ? LocalDate.MIN : facts.asOf().plusDays(frozenDays);
    PlanDifference.Amounts frozen = difference.amounts(thawed);
    Row row =
        row(
            version.before().map(PlanVersion.Kept::number).orElse(null),
            (long) plan.proposals().size(),
            (long) plan.messages().size(),
            quantity(all.changed()),
            quantity(all.planned()),
            frozenDays,
            quantity(frozen.changed()),
            quantity(frozen.planned()));
    replace(
        VERSION,
        List.of(row),
        "before_version bigint, proposals bigint, messages bigint, changed_qty decimal(18,6),"
            + " planned_qty decimal(18,6), frozen_days int, frozen_changed_qty decimal(18,6),"
            + " frozen_planned_qty decimal(18,6)",
        ofVersion());
  }

  /** Without what planners decided on and the plan therefore holds no longer: that is no change. */
  private List<Proposal> undecided(List<Proposal> proposals) {
    Set<String> decided = facts.documents().decided().ids();
    return proposals.stream().filter(proposal -> !decided.contains(proposal.id())).toList();
  }

  private Row row(@Nullable Object... values) {
    List<Object> all = new ArrayList<>();
    all.add(company);
    all.add(Date.valueOf(facts.asOf()));
    all.add(version.number());
    all.addAll(Arrays.asList(values));
    return RowFactory.create(all.toArray());
  }

  private void replace(String table, List<Row> rows, String columns, String where) {
    lake.replace(table, company, lake.session().createDataFrame(rows, type(columns)), where);
  }

  private static StructType type(String columns) {
    return StructType.fromDDL(HEAD + columns);
  }

  private String ofCompany() {
    return "company = '%s'".formatted(company.replace("'", "''"));
  }

  private String ofVersion() {
    return "%s and (plan_version >= %d or plan_version <= %d)"
        .formatted(ofCompany(), version.number(), version.lastDropped());
  }

  private String name(String item) {
    StockedItem known = items.get(item);
    return known == null ? item : known.name();
  }

  private static @Nullable Date date(Optional<LocalDate> day) {
    return day.map(Date::valueOf).orElse(null);
  }

  private static BigDecimal quantity(double value) {
    return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal hours(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal amount(double value) {
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
  }
}
