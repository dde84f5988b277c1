package org.millrace.analytics.planning;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
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
import org.millrace.warehouse.row.RowWriter;
import org.millrace.warehouse.row.RowWriter.Draft;

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

  /** All rows of the company. */
  private static final String ALL = "";

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
    List<Proposal> before = version.before().map(PlanVersion.Stored::proposals).orElse(List.of());
    proposals(plan);
    pegs(plan, pegsAtOnce);
    messages(plan.messages());
    material(plan);
    load(plan);
    changes(difference(before, plan));
    version(plan, before);
  }

  private void proposals(MadePlan plan) {
    RowWriter writer = writer(PROPOSAL);
    List<Row> rows = new ArrayList<>();
    for (Proposal proposal : plan.proposals()) {
      StockedItem item =
          requireNonNull(items.get(proposal.item()), () -> proposal.item() + " is not stocked");
      Proposal.Dates dates = proposal.dates();
      double cost = Math.max(0, item.stock().unitCost());
      rows.add(
          head(writer)
              .set("proposal", proposal.id())
              .set("item", proposal.item())
              .set("item_name", item.name())
              .set("source", proposal.source().name().toLowerCase(Locale.ROOT))
              .set(
                  "supplier",
                  proposal.source() == Source.BUY ? item.policy().supplier() : Optional.empty())
              .set("quantity", proposal.quantity())
              .set("orders", proposal.orders())
              .set("start_date", dates.start())
              .set("due_date", dates.due())
              .set("needed_date", dates.needed())
              .set("possible_date", dates.possible())
              .set("is_late", dates.possible().isAfter(dates.needed()))
              .set("cost_amount", cost * proposal.quantity())
              .set("currency", item.stock().currency())
              .done());
    }
    replace(PROPOSAL, writer, rows, ofVersion());
  }

  // A large plan has more pegs than the heap holds as rows.
  private void pegs(MadePlan plan, int atOnce) {
    Part part = new Part(atOnce);
    for (Proposal proposal : plan.proposals()) {
      for (Peg peg : plan.behind(proposal)) {
        part.add(proposal, peg);
      }
    }
    part.write();
  }

  /** Rows of pegs on their way to the table: the first part replaces what was there. */
  private final class Part {

    private final RowWriter writer = writer(PEG);
    private final int most;
    private List<Row> rows = new ArrayList<>();
    private boolean isFirst = true;

    Part(int most) {
      this.most = most;
    }

    void add(Proposal proposal, Peg peg) {
      if (rows.size() >= most) {
        write();
      }
      rows.add(
          head(writer)
              .set("proposal", proposal.id())
              .set("item", proposal.item())
              .set("reason", peg.reason().name().toLowerCase(Locale.ROOT))
              .set("document", peg.document())
              .set("quantity", peg.quantity())
              .done());
    }

    void write() {
      if (isFirst) {
        replace(PEG, writer, rows, ALL);
      } else if (!rows.isEmpty()) {
        lake.add(PEG, writer.dataset(lake.session(), rows));
      }
      isFirst = false;
      rows = new ArrayList<>();
    }
  }

  private void messages(List<PlanMessage> messages) {
    RowWriter writer = writer(MESSAGE);
    List<Row> rows = new ArrayList<>();
    for (PlanMessage message : messages) {
      rows.add(
          head(writer)
              .set("message_no", rows.size() + 1)
              .set("kind", message.kind().name().toLowerCase(Locale.ROOT))
              .set("severity", PlanSeverity.of(message.kind()).name().toLowerCase(Locale.ROOT))
              .set("item", message.item())
              .set("item_name", name(message.item()))
              .set("document", message.document())
              .set("document_type", message.documentType().map(PlanTablesJobRows::kind))
              .set("quantity", message.quantity())
              .set("from_date", message.from())
              .set("to_date", message.to())
              .set("text_en", message.text())
              .set("text_zh", message.chineseText())
              .done());
    }
    replace(MESSAGE, writer, rows, ALL);
  }

  /** As the documents of the company are called everywhere: {@code sales-order}. */
  private static String kind(PlanMessage.DocumentType type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void material(MadePlan plan) {
    RowWriter writer = writer(MATERIAL);
    List<Row> rows = new ArrayList<>();
    for (StockedItem item : facts.items()) {
      List<MaterialWeek> weeks = plan.material().material(item.item());
      for (MaterialWeek week : weeks.subList(0, active(weeks))) {
        rows.add(
            head(writer)
                .set("item", item.item())
                .set("item_name", item.name())
                .set("period", week.monday())
                .set("needed_qty", week.needed())
                .set("receipts_qty", week.receipts())
                .set("proposed_qty", week.proposed())
                .set("started_qty", week.started())
                .set("stock_qty", week.stock())
                .done());
      }
    }
    replace(MATERIAL, writer, rows, ALL);
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
    RowWriter ofWeeks = writer(LOAD);
    RowWriter ofJobs = writer(LOAD_JOB);
    List<Row> weeks = new ArrayList<>();
    List<Row> jobs = new ArrayList<>();
    for (LoadWeek week : plan.load()) {
      weeks.add(
          place(ofWeeks, week)
              .set("load_hours", week.load())
              .set("capacity_hours", week.capacity())
              .set("excess_hours", week.excess())
              .set("is_overload", week.isOverload())
              .done());
      Map<String, Double> shares = new TreeMap<>();
      week.shares()
          .forEach(share -> shares.merge(plan.name(share.job()), share.hours(), Double::sum));
      shares.forEach(
          (job, hours) ->
              jobs.add(place(ofJobs, week).set("job", job).set("load_hours", hours).done()));
    }
    replace(LOAD, ofWeeks, weeks, ALL);
    replace(LOAD_JOB, ofJobs, jobs, ALL);
  }

  private Draft place(RowWriter writer, LoadWeek week) {
    return head(writer).set("work_centre", week.workCentre()).set("period", week.monday());
  }

  private void changes(PlanDifference difference) {
    RowWriter writer = writer(CHANGE);
    List<Row> rows = new ArrayList<>();
    for (Change change : difference.changes()) {
      Optional<Proposal> before = change.before();
      Optional<Proposal> after = change.after();
      rows.add(
          head(writer)
              .set("change_no", rows.size() + 1)
              .set("kind", change.kind().name().toLowerCase(Locale.ROOT))
              .set("item", change.item())
              .set("item_name", name(change.item()))
              .set("before_proposal", before.map(Proposal::id))
              .set("proposal", after.map(Proposal::id))
              .set("before_due_date", before.map(proposal -> proposal.dates().due()))
              .set("due_date", after.map(proposal -> proposal.dates().due()))
              .set("planned_qty", before.map(Proposal::quantity).orElse(0.0))
              .set("quantity", after.map(Proposal::quantity).orElse(0.0))
              .set("changed_qty", change.quantity())
              .set("first_date", change.firstDay())
              .done());
    }
    replace(CHANGE, writer, rows, ofVersion());
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
    RowWriter writer = writer(VERSION);
    Row row =
        head(writer)
            .set("before_version", version.before().map(PlanVersion.Stored::number))
            .set("proposals", plan.proposals().size())
            .set("messages", plan.messages().size())
            .set("changed_qty", all.changed())
            .set("planned_qty", all.planned())
            .set("frozen_days", frozenDays)
            .set("frozen_changed_qty", frozen.changed())
            .set("frozen_planned_qty", frozen.planned())
            .done();
    replace(VERSION, writer, List.of(row), ofVersion());
  }

  /** Without what planners decided on and the plan therefore holds no longer: that is no change. */
  private List<Proposal> undecided(List<Proposal> proposals) {
    Set<String> decided = facts.documents().decided().ids();
    return proposals.stream().filter(proposal -> !decided.contains(proposal.id())).toList();
  }

  private RowWriter writer(String table) {
    return RowWriter.of(lake.catalog().named(table));
  }

  private Draft head(RowWriter writer) {
    return writer
        .row()
        .set("company", company)
        .set("as_of", facts.asOf())
        .set("plan_version", version.number());
  }

  private void replace(String table, RowWriter writer, List<Row> rows, String where) {
    lake.replace(table, company, writer.dataset(lake.session(), rows), where);
  }

  private String ofVersion() {
    return "plan_version >= %d or plan_version <= %d"
        .formatted(version.number(), version.lastDropped());
  }

  private String name(String item) {
    StockedItem known = items.get(item);
    return known == null ? item : known.name();
  }
}
