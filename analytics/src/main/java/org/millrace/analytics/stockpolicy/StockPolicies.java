package org.millrace.analytics.stockpolicy;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Sets the stock policy of all items of a place together, because ABC compares them. */
public final class StockPolicies {

  private final ClassBounds bounds;
  private final ServiceLevels levels;

  private StockPolicies(ClassBounds bounds, ServiceLevels levels) {
    this.bounds = bounds;
    this.levels = levels;
  }

  /** Policies by given bounds of the classes and service levels. */
  public static StockPolicies by(ClassBounds bounds, ServiceLevels levels) {
    return new StockPolicies(bounds, levels);
  }

  /** One policy an item, in the order of the facts; refuses an item that comes twice. */
  public List<StockPolicy> of(List<PolicyFacts> items) {
    requireEachOnce(items);
    Map<String, AbcClass> abc =
        AbcClasses.of(
            items.stream().collect(Collectors.toMap(PolicyFacts::item, PolicyFacts::yearlyValue)),
            bounds);
    return items.stream()
        .map(facts -> policy(facts, requireNonNull(abc.get(facts.item()))))
        .toList();
  }

  /** What each service level would cost if all items got it: safety stock, value and fill rate. */
  public static List<ServicePoint> curve(List<PolicyFacts> items, List<Double> serviceLevels) {
    return serviceLevels.stream().sorted().map(level -> point(items, level)).toList();
  }

  private static ServicePoint point(List<PolicyFacts> items, double level) {
    ToDoubleFunction<PolicyFacts> value = facts -> levels(facts, level).stockValue();
    double demanded = items.stream().mapToDouble(PolicyFacts::yearlyValue).sum();
    double met =
        items.stream()
            .mapToDouble(facts -> facts.yearlyValue() * levels(facts, level).fillRate())
            .sum();
    double safety =
        items.stream()
            .mapToDouble(facts -> levels(facts, level).safetyStock() * facts.unitCost())
            .sum();
    return new ServicePoint(level, safety, items.stream().mapToDouble(value).sum(), met, demanded);
  }

  private StockPolicy policy(PolicyFacts facts, AbcClass abc) {
    XyzClass xyz = Variation.classOf(Variation.of(facts.weeklyDemand()), bounds);
    double level = facts.terms().serviceLevel().orElse(levels.of(abc, xyz));
    double safety = facts.terms().safety().orElseGet(() -> safety(facts, level));
    return new StockPolicy(
        facts.item(), new StockPolicy.Classes(abc, xyz), levels(facts, level, safety));
  }

  private static double safety(PolicyFacts facts, double serviceLevel) {
    return SafetyStock.forCycles(serviceLevel, facts.forecast(), facts.leadTimeWeeks());
  }

  private static StockPolicy.Levels levels(PolicyFacts facts, double serviceLevel) {
    return levels(facts, serviceLevel, safety(facts, serviceLevel));
  }

  private static StockPolicy.Levels levels(PolicyFacts facts, double serviceLevel, double safety) {
    double quantity = facts.terms().orderQuantity();
    double fillRate =
        quantity == 0 ? 1 : FillRate.of(safety, quantity, facts.forecast(), facts.leadTimeWeeks());
    return new StockPolicy.Levels(
        serviceLevel,
        safety,
        facts.leadTimeWeeks().demand(facts.forecast()) + safety,
        quantity,
        fillRate,
        (safety + quantity / 2) * facts.unitCost());
  }

  private static void requireEachOnce(List<PolicyFacts> items) {
    Set<String> seen = new HashSet<>();
    List<String> twice =
        items.stream().map(PolicyFacts::item).filter(item -> !seen.add(item)).toList();
    if (!twice.isEmpty()) {
      throw new IllegalArgumentException("Items given more than once: " + twice);
    }
  }
}
