package org.millrace.analytics.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.millrace.analytics.mrp.Mrp;
import org.millrace.analytics.mrp.Plan;
import org.millrace.analytics.mrp.Proposal;
import org.millrace.analytics.mrp.bill.BillLine;
import org.millrace.analytics.mrp.calendar.WorkCalendar;
import org.millrace.analytics.mrp.capacity.CapacityLoad;
import org.millrace.analytics.mrp.facts.Demand;
import org.millrace.analytics.mrp.facts.PlanFacts;
import org.millrace.analytics.mrp.facts.PlanTerms;
import org.millrace.analytics.mrp.facts.PlannedItem;
import org.millrace.analytics.mrp.facts.PlannedItem.Source;
import org.millrace.analytics.planning.CompanyFacts.ForecastWeek;
import org.millrace.analytics.planning.CompanyFacts.StockedItem;
import org.millrace.analytics.planning.CompanyFacts.Unit;
import org.millrace.analytics.planning.policy.ItemPolicy;

/**
 * Makes a company's plan: half a year ahead in weeks, from orders, what is left of the forecast,
 * and the policies. An item without a policy is made when it has a bill and bought otherwise, takes
 * the lead time seen, else five working days, and is ordered lot for lot.
 */
public final class PlanMaking {

  /** How far a plan looks ahead. */
  public static final int WEEKS = 26;

  private static final double ROUNDING = 1e-9;

  private PlanMaking() {}

  /**
   * The plan of these facts; what continues a proposal of the plan before keeps its id.
   *
   * @throws IllegalArgumentException when they cannot be planned, such as bills in a circle
   */
  public static MadePlan make(CompanyFacts facts, List<Proposal> before) {
    Set<String> made = facts.bills().stream().map(BillLine::item).collect(Collectors.toSet());
    WorkCalendar calendar = facts.settings().calendar();
    List<PlannedItem> items =
        facts.items().stream().map(item -> planned(item, made).withCalendar(calendar)).toList();
    List<Demand> demands = new ArrayList<>(facts.documents().demands());
    demands.addAll(openForecast(facts));
    Plan plan =
        Mrp.plan(
            new PlanFacts(
                PlanTerms.weeks(facts.asOf(), WEEKS).withFrozenDays(facts.settings().frozenDays()),
                items,
                facts.bills(),
                demands,
                facts.documents().receipts(),
                facts.documents().decided().rejections()));
    Map<String, String> ids =
        new ProposalIds(facts.documents().decided().ids(), before).of(plan.proposals());
    return new MadePlan(
        plan,
        ids,
        CapacityLoad.of(
            facts.asOf(), facts.workshop().centres(), facts.workshop().operations(), plan.jobs()));
  }

  static PlannedItem planned(StockedItem item, Set<String> made) {
    ItemPolicy policy = item.policy();
    Source byDefault = made.contains(item.item()) ? Source.MAKE : Source.BUY;
    double lead =
        policy.lead().days().orElse(item.seen().leadDays().orElse(ItemPolicy.DEFAULT_LEAD_DAYS));
    int leadDays = (int) Math.ceil(lead - ROUNDING);
    double safety = policy.keeping().safety().orElse(item.seen().safety());
    PlannedItem planned =
        policy.source().orElse(byDefault) == Source.MAKE
            ? PlannedItem.make(item.item(), leadDays)
            : PlannedItem.buy(item.item(), leadDays);
    return planned
        .withStock(item.stock().onHand())
        .withSafetyStock(item.unit() == Unit.PIECES ? Math.ceil(safety - ROUNDING) : safety)
        .withLotRule(policy.lot().rule(item.seen().usedPerWeek(), item.stock().unitCost()));
  }

  static List<Demand> openForecast(CompanyFacts facts) {
    Map<String, Map<LocalDate, Double>> ordered = new HashMap<>();
    facts.documents().demands().stream()
        .filter(demand -> demand.kind() == Demand.Kind.SALES_ORDER)
        .forEach(
            demand ->
                ordered
                    .computeIfAbsent(demand.item(), item -> new HashMap<>())
                    .merge(demand.due(), demand.quantity(), Double::sum));
    Map<String, List<ForecastWeek>> weeks =
        facts.forecast().stream().collect(Collectors.groupingBy(ForecastWeek::item));
    ForecastNetting netting = new ForecastNetting(facts.asOf());
    LaterWeeks later = new LaterWeeks(facts.asOf(), WEEKS);
    List<Demand> demands = new ArrayList<>();
    for (StockedItem item : facts.items()) {
      demands.addAll(
          netting.net(
              later.with(weeks.getOrDefault(item.item(), List.of())),
              ordered.getOrDefault(item.item(), Map.of()),
              item.unit()));
    }
    return demands;
  }
}
