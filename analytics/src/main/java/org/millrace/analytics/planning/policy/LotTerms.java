package org.millrace.analytics.planning.policy;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.millrace.analytics.mrp.lot.LotPlan;
import org.millrace.analytics.mrp.lot.LotRule;

/**
 * The lot rule of an item by name, its size (of a lot, a pack or the least lot), the pack that a
 * least lot is rounded up to, the weeks that an order covers, and what an order and a year of
 * holding cost, the latter as a share of the goods' value.
 */
public record LotTerms(
    String rule,
    OptionalDouble size,
    OptionalDouble pack,
    OptionalInt periods,
    OptionalDouble orderCost,
    OptionalDouble holdingShare) {

  /** Each order exactly what is needed. */
  public static final LotTerms LOT_FOR_LOT = of("lot_for_lot", OptionalDouble.empty());

  /** What an order costs where nothing was set, in the company's currency. */
  public static final double DEFAULT_ORDER_COST = 50;

  /** What a year of holding costs where nothing was set: a fifth of the value. */
  public static final double DEFAULT_HOLDING_SHARE = 0.20;

  private static final int WEEKS_A_YEAR = 52;
  private static final int WEEKS_AHEAD = 26;

  /** A rule with a size or without one, and default costs. */
  public static LotTerms of(String rule, OptionalDouble size) {
    return new LotTerms(
        rule,
        size,
        OptionalDouble.empty(),
        OptionalInt.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  /** What an order costs. */
  public double orderCosts() {
    return orderCost.orElse(DEFAULT_ORDER_COST);
  }

  /** What a year of holding costs, as a share of the value. */
  public double holdingShares() {
    return holdingShare.orElse(DEFAULT_HOLDING_SHARE);
  }

  /**
   * The rule for an item of which so many units are used a week, each worth so much. Rules that
   * weigh costs order what is needed where holding costs nothing, as there is nothing to weigh.
   *
   * @throws IllegalArgumentException when the rule is unknown or lacks its size or periods
   */
  public LotRule rule(double usedPerWeek, double unitCost) {
    double holding = Math.max(0, unitCost) * holdingShares();
    return switch (rule) {
      case "lot_for_lot" -> LotRule.lotForLot();
      case "fixed" -> new LotRule.Fixed(sizeOrRefuse());
      case "multiple" -> new LotRule.Multiple(sizeOrRefuse());
      case "minimum" -> new LotRule.Minimum(sizeOrRefuse(), pack.orElse(0));
      case "periods" -> new LotRule.Periods(periodsOrRefuse());
      case "eoq", "silver_meal", "wagner_whitin" ->
          holding == 0 ? LotRule.lotForLot() : weighing(usedPerWeek, holding);
      default ->
          throw new IllegalArgumentException(
              "Lot rule '%s' is not known; known are lot_for_lot, fixed, multiple, minimum, "
                      .formatted(rule)
                  + "periods, eoq, silver_meal and wagner_whitin");
    };
  }

  /**
   * What an order brings on average when the plan orders by this rule, half a year ahead, what is
   * used evenly; the last order, which the end cuts off, counts only when it is the only one.
   * Worked: 30 a week are ordered by 30 lot for lot, by 50 in fixed lots of 50, by 120 for four
   * weeks together.
   */
  public double orderQuantity(double usedPerWeek, double unitCost) {
    List<Double> weeks = Collections.nCopies(WEEKS_AHEAD, usedPerWeek);
    List<Double> orders =
        LotPlan.of(rule(usedPerWeek, unitCost), weeks).orders().stream()
            .filter(order -> order > 0)
            .toList();
    return orders.stream()
        .limit(Math.max(1, orders.size() - 1))
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(0);
  }

  /** The rule that weighs what orders cost against what a unit and year of holding costs. */
  private LotRule weighing(double usedPerWeek, double holding) {
    return switch (rule) {
      case "eoq" -> new LotRule.Economic(usedPerWeek * WEEKS_A_YEAR, orderCosts(), holding);
      case "silver_meal" -> new LotRule.SilverMeal(orderCosts(), holding / WEEKS_A_YEAR);
      default -> new LotRule.WagnerWhitin(orderCosts(), holding / WEEKS_A_YEAR);
    };
  }

  private double sizeOrRefuse() {
    return size.orElseThrow(() -> lacking("lot quantity"));
  }

  private int periodsOrRefuse() {
    return periods.orElseThrow(() -> lacking("number of periods"));
  }

  private IllegalArgumentException lacking(String what) {
    return new IllegalArgumentException(
        "Lot rule '%s' needs a %s; set it in the item's policy".formatted(rule, what));
  }
}
