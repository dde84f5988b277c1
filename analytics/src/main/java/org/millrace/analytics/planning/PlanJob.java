package org.millrace.analytics.planning;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.millrace.analytics.schedule.CompanyState;
import org.millrace.analytics.schedule.Schedule;
import org.millrace.analytics.schedule.Target;
import org.millrace.warehouse.Analysis;
import org.millrace.warehouse.AnalysisRefused;
import org.millrace.warehouse.AnalysisResult;
import org.millrace.warehouse.AnalysisRun;
import org.millrace.warehouse.lake.Affected;
import org.millrace.warehouse.lake.Lake;
import org.millrace.warehouse.lake.RowsInHand;
import org.millrace.warehouse.row.TableRow;

/**
 * Makes the plan of each company whose documents, stock, forecast or policies changed, as of its
 * last business day; writes each table of the plan once and hands the proposals on to be posted.
 */
public final class PlanJob implements Analysis {

  /** How many pegs are on their way to their table at once. */
  private static final int PEGS_AT_ONCE = 200_000;

  private final Schedule schedule;
  private final PlansMade listener;
  private final int pegsAtOnce;

  public PlanJob(Clock clock, PlansMade listener) {
    this(clock, listener, PEGS_AT_ONCE);
  }

  /** Writes so many pegs at once, at least 1. */
  public PlanJob(Clock clock, PlansMade listener, int pegsAtOnce) {
    this.schedule = new Schedule(clock, UnaryOperator.identity());
    this.listener = listener;
    this.pegsAtOnce = pegsAtOnce;
  }

  @Override
  public String name() {
    return "plan";
  }

  @Override
  public List<String> writes() {
    return List.of(
        PlanTablesJobRows.VERSION,
        PlanTablesJobRows.PROPOSAL,
        PlanTablesJobRows.PEG,
        PlanTablesJobRows.MESSAGE,
        PlanTablesJobRows.MATERIAL,
        PlanTablesJobRows.LOAD,
        PlanTablesJobRows.LOAD_JOB,
        PlanTablesJobRows.CHANGE);
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
      List<CompanyState> companies = companies(held, run.company());
      return new AnalysisResult(
          Map.of(
              "companies",
              schedule.each(run, companies, target -> plan(run.lake(), held, target))));
    }
  }

  /** How far each company's documents go; a plan needs no sale. */
  private static List<CompanyState> companies(RowsInHand held, Optional<String> company) {
    List<CompanyState> states =
        TableRow.all(held.ask(PlanSql.COMPANIES, Affected.everything()).collectAsList()).stream()
            .map(
                row ->
                    new CompanyState(
                        row.text("company"), row.day("last_day"), row.text("fingerprint")))
            .sorted(Comparator.comparing(CompanyState::company))
            .toList();
    if (company.isEmpty()) {
      return states;
    }
    List<CompanyState> named =
        states.stream().filter(state -> state.company().equals(company.get())).toList();
    if (named.isEmpty()) {
      throw new AnalysisRefused(
          "Company %s has no documents in the lake; companies with documents: %s. Wait until its"
                  .formatted(company.get(), states.stream().map(CompanyState::company).toList())
              + " documents have arrived or name another company");
    }
    return named;
  }

  /** Facts that cannot be planned leave the plan before as it is. */
  private Map<String, Object> plan(Lake lake, RowsInHand held, Target target) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("company", target.company());
    figures.put("asOf", target.asOf().toString());
    PlanFactsJobRows rows = new PlanFactsJobRows(held, target);
    CompanyFacts facts = rows.facts();
    List<PlanVersion.Stored> stored = rows.stored();
    MadePlan plan = PlanMaking.make(facts, PlanVersion.before(target.asOf(), stored));
    PlanVersion version = PlanVersion.of(target.asOf(), plan.proposals(), stored);
    new PlanTablesJobRows(lake, target.company(), facts, version).write(plan, pegsAtOnce);
    figures.put("planVersion", version.number());
    figures.put("proposals", plan.proposals().size());
    figures.put("messages", plan.messages().size());
    if (!target.asOf().isBefore(target.state().lastDay())) {
      listener.made(target.company(), target.asOf(), version.number(), plan);
    }
    return figures;
  }
}
