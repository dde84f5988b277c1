package org.millrace.analytics.stockpolicy.keeping;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.millrace.analytics.mrp.facts.PlannedItem.Source;
import org.millrace.analytics.planning.policy.ItemPolicy;
import org.millrace.analytics.planning.policy.PlanningSettings;
import org.millrace.analytics.stockpolicy.ClassBounds;
import org.millrace.analytics.stockpolicy.Cover;
import org.millrace.analytics.stockpolicy.DemandRate;
import org.millrace.analytics.stockpolicy.LeadTime;
import org.millrace.analytics.stockpolicy.Pace;
import org.millrace.analytics.stockpolicy.PolicyFacts;
import org.millrace.analytics.stockpolicy.ServicePoint;
import org.millrace.analytics.stockpolicy.StockPolicies;
import org.millrace.analytics.stockpolicy.StockPolicy;

/**
 * Sets the policies of a company's items and holds their stock against them.
 *
 * <p>A week's demand is what the forecast expects to be sold (the mean of the past without one) and
 * what production consumes on average; their errors are taken as independent, so that variances add
 * up. The lead time is the planner's, else the one seen, else five working days. An order brings
 * what the item's lot rule makes of that demand.
 */
public final class StockKeeping {

  /** Stock that nothing left and nothing joined for so many days is dead. */
  public static final int DEAD_AFTER_DAYS = 180;

  /** Production that makes less than goes alarms when the stock covers fewer days. */
  static final double COVERED_DAYS = 30;

  private static final double DAYS_A_WEEK = 7;
  private static final List<Double> CURVE =
      List.of(0.80, 0.85, 0.90, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98, 0.99, 0.995);

  private final LocalDate asOf;
  private final PlanningSettings settings;

  public StockKeeping(LocalDate asOf, PlanningSettings settings) {
    this.asOf = asOf;
    this.settings = settings;
  }

  /** The items with their policies, in the order of the facts. */
  public List<ItemReview> review(List<ItemStock> items) {
    List<PolicyFacts> facts = items.stream().map(this::basis).toList();
    List<StockPolicy> set =
        StockPolicies.by(ClassBounds.DEFAULT, settings.serviceLevels()).of(facts);
    List<ItemReview> reviews = new ArrayList<>();
    for (int item = 0; item < items.size(); item++) {
      reviews.add(review(items.get(item), facts.get(item), set.get(item)));
    }
    return reviews;
  }

  /** What service levels from 80 to 99.5 % would cost if every item got the same one. */
  public static List<ServicePoint> curve(List<ItemReview> items) {
    return StockPolicies.curve(items.stream().map(ItemReview::basis).toList(), CURVE);
  }

  /** Made when the planner says so, else when it has a bill. */
  static Source source(ItemStock item) {
    Source byDefault = item.label().made() == ItemStock.Made.MADE ? Source.MAKE : Source.BUY;
    return item.policy().source().orElse(byDefault);
  }

  private PolicyFacts basis(ItemStock item) {
    var lot = item.policy().lot();
    var keeping = item.policy().keeping();
    double unitCost = Math.max(0, item.stock().unitCost());
    DemandRate demand = demand(item.use());
    return new PolicyFacts(
        item.label().item(),
        unitCost,
        total(item.use()),
        demand,
        leadTime(item, settings),
        new PolicyFacts.Terms(
            lot.orderQuantity(demand.perPeriod(), unitCost),
            keeping.serviceLevel(),
            keeping.safety()));
  }

  /**
   * Worked: 10 a week expected to be sold with an error of 3, and 6 and 14 consumed in two weeks,
   * are 20 a week with an error of √(9 + 32) = 6.4.
   */
  static DemandRate demand(ItemStock.Use use) {
    double sold = use.forecast().orElse(mean(use.sold()));
    double soldError = use.forecastError().orElse(deviation(use.sold()));
    double consumedError = deviation(use.consumed());
    return new DemandRate(
        Math.max(0, sold + mean(use.consumed())),
        Math.sqrt(soldError * soldError + consumedError * consumedError));
  }

  /** Worked: a lead time of 10 ± 2 working days is 2 ± 0.4 weeks; one seen of 21 ± 7 days 3 ± 1. */
  static LeadTime leadTime(ItemStock item, PlanningSettings settings) {
    ItemPolicy.Lead set = item.policy().lead();
    ItemStock.SeenLead seen = item.lead();
    boolean isSeen = seen.receipts() > 0;
    double byDefault =
        isSeen ? seen.meanDays() / DAYS_A_WEEK : settings.weeks(ItemPolicy.DEFAULT_LEAD_DAYS);
    double weeks = set.days().isPresent() ? settings.weeks(set.days().getAsDouble()) : byDefault;
    double deviation =
        set.deviationDays().isPresent()
            ? settings.weeks(set.deviationDays().getAsDouble())
            : seen.deviationDays() / DAYS_A_WEEK;
    return new LeadTime(Math.max(0, weeks), deviation);
  }

  private ItemReview review(ItemStock item, PolicyFacts facts, StockPolicy policy) {
    double perDay = facts.forecast().perPeriod() / DAYS_A_WEEK;
    double onHand = Math.max(0, item.stock().onHand());
    OptionalDouble days = Cover.days(onHand, perDay);
    double most = policy.levels().reorderPoint() + policy.levels().orderQuantity();
    OptionalInt idle = idleDays(item.stock().days());
    boolean isNew = item.stock().days().lastIn().map(this::isLately).orElse(false);
    double dead = idle.orElse(0) >= DEAD_AFTER_DAYS && !isNew ? onHand : 0;
    return new ItemReview(
        item,
        facts,
        policy,
        cover(item, days, facts.leadTimeWeeks().periods() * DAYS_A_WEEK),
        new ItemReview.Surplus(Math.max(0, onHand - most), dead, idle));
  }

  /**
   * Worked: 12 a day went and 9 a day were made, and the stock covers 25 days: production is
   * behind. With stock for 30 days, or for the lead time where that is longer, it may make less for
   * a while.
   */
  private static ItemReview.Cover cover(ItemStock item, OptionalDouble days, double leadDays) {
    boolean isMade = source(item) == Source.MAKE;
    ItemStock.MonthMoves month = item.stock().month();
    Pace pace =
        new Pace(
            perDay(month.went()),
            perDay(isMade ? month.made() : month.came()),
            Math.max(0, item.stock().onHand()));
    OptionalDouble ratio = isMade ? pace.ratio() : OptionalDouble.empty();
    double cover = days.orElse(Double.POSITIVE_INFINITY);
    Set<ItemReview.Alarm> alarms = EnumSet.noneOf(ItemReview.Alarm.class);
    if (cover < leadDays) {
      alarms.add(ItemReview.Alarm.SHORT);
    }
    if (ratio.orElse(1) < 1 && cover < Math.max(leadDays, COVERED_DAYS)) {
      alarms.add(ItemReview.Alarm.BEHIND);
    }
    return new ItemReview.Cover(days, new ItemReview.Rhythm(ratio, pace.daysToStockOut()), alarms);
  }

  private static double perDay(double units) {
    return Math.max(0, units) / ItemStock.MonthMoves.DAYS;
  }

  private OptionalInt idleDays(ItemStock.Days days) {
    return days.lastOut()
        .or(days::lastIn)
        .map(day -> OptionalInt.of((int) ChronoUnit.DAYS.between(day, asOf)))
        .orElse(OptionalInt.empty());
  }

  private boolean isLately(LocalDate day) {
    return ChronoUnit.DAYS.between(day, asOf) < DEAD_AFTER_DAYS;
  }

  private static List<Double> total(ItemStock.Use use) {
    List<Double> total = new ArrayList<>();
    for (int week = 0; week < use.sold().size(); week++) {
      total.add(Math.max(0, use.sold().get(week)) + Math.max(0, use.consumed().get(week)));
    }
    return total;
  }

  private static double mean(List<Double> weeks) {
    return weeks.stream().mapToDouble(week -> Math.max(0, week)).average().orElse(0);
  }

  private static double deviation(List<Double> weeks) {
    if (weeks.size() < 2) {
      return mean(weeks); // one week tells nothing of how much weeks differ
    }
    double mean = mean(weeks);
    double squares =
        weeks.stream()
            .mapToDouble(week -> Math.max(0, week) - mean)
            .map(error -> error * error)
            .sum();
    return Math.sqrt(squares / (weeks.size() - 1));
  }
}
