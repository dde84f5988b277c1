package org.millrace.analytics.stockpolicy.keeping;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.millrace.analytics.planning.policy.PlanningSettings;
import org.millrace.analytics.planning.policy.PlanningSettingsJobRows;
import org.millrace.analytics.schedule.CompanyState;
import org.millrace.analytics.schedule.SalesDays;
import org.millrace.analytics.schedule.Schedule;
import org.millrace.analytics.schedule.Target;
import org.millrace.warehouse.Analysis;
import org.millrace.warehouse.AnalysisResult;
import org.millrace.warehouse.AnalysisRun;
import org.millrace.warehouse.lake.Affected;
import org.millrace.warehouse.lake.Lake;
import org.millrace.warehouse.lake.RowsInHand;
import org.millrace.warehouse.row.TableRow;

/**
 * Fills gold.stock_policy and gold.service_curve: reads use, forecast, stock and lead times of all
 * items of a company, sets their policies together, writes each table once.
 */
public final class StockPolicyJob implements Analysis {

  private final Schedule schedule;

  public StockPolicyJob(Clock clock) {
    this.schedule =
        new Schedule(clock, day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  @Override
  public String name() {
    return "stock-policy";
  }

  @Override
  public List<String> writes() {
    return List.of(StockPolicyJobRows.POLICY, StockPolicyJobRows.CURVE);
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
      List<CompanyState> companies = states(run, held);
      return new AnalysisResult(
          Map.of(
              "companies",
              schedule.each(run, companies, target -> review(run.lake(), held, target))));
    }
  }

  /** The companies with sales; their fingerprint tells of stock, forecasts and policies too. */
  private static List<CompanyState> states(AnalysisRun run, RowsInHand held) {
    Map<String, String> prints = new TreeMap<>();
    TableRow.all(held.ask(StockPolicySql.FINGERPRINTS, Affected.everything()).collectAsList())
        .forEach(row -> prints.put(row.text("company"), row.text("fingerprint")));
    return SalesDays.of(held, run.company()).stream()
        .map(
            state ->
                new CompanyState(
                    state.company(),
                    state.lastDay(),
                    state.fingerprint() + prints.getOrDefault(state.company(), "")))
        .toList();
  }

  private static Map<String, Object> review(Lake lake, RowsInHand held, Target target) {
    StockPolicyJobRows rows = new StockPolicyJobRows(lake, held, target);
    PlanningSettings settings = PlanningSettingsJobRows.of(held, target.company());
    List<ItemReview> reviews = new StockKeeping(target.asOf(), settings).review(rows.items());
    rows.writePolicies(reviews);
    rows.writeCurve(StockKeeping.curve(reviews));
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("company", target.company());
    figures.put("asOf", target.asOf().toString());
    figures.put("items", reviews.size());
    figures.put(
        "classes",
        reviews.stream()
            .map(item -> item.policy().classes())
            .collect(
                Collectors.groupingBy(
                    classes -> classes.abc().name() + classes.xyz().name(),
                    TreeMap::new,
                    Collectors.counting())));
    return figures;
  }
}
