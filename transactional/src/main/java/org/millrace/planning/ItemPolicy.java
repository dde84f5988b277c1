package org.millrace.planning;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.millrace.document.list.Listed;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.planning.LotRule.Term;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.Money;
import org.millrace.shared.PlainNumber;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;

/**
 * How an item is planned. What is absent is computed by the plan or taken from the class of the
 * item; times are in working days, amounts in the currency of the company.
 */
@Listed(
    searched = {"item", "supplier", "source", "lotRule"},
    key = "item")
public record ItemPolicy(
    ItemCode item,
    Source source,
    Optional<Integer> leadDays,
    Optional<BigDecimal> leadDeviationDays,
    LotRule lotRule,
    Optional<Quantity> lotQuantity,
    Optional<Quantity> lotMultiple,
    Optional<Integer> lotPeriods,
    @Sensitive Optional<Money> orderingCost,
    Optional<BigDecimal> holdingRate,
    Optional<BigDecimal> serviceLevel,
    Optional<Quantity> safetyQuantity,
    Optional<PartyCode> supplier,
    @Sensitive Optional<Money> unitPrice,
    Currency currency) {
  private static final int LONGEST_DAYS = 730;
  private static final int MOST_PERIODS = 52;
  private static final BigDecimal HALF = new BigDecimal("0.5");

  public ItemPolicy {
    leadDeviationDays = leadDeviationDays.map(PlainNumber::of);
    holdingRate = holdingRate.map(PlainNumber::of);
    serviceLevel = serviceLevel.map(PlainNumber::of);
    Problems problems = new Problems();
    checkLead(problems, leadDays, leadDeviationDays);
    checkLots(problems, lotRule, lotQuantity, lotMultiple, lotPeriods);
    checkCosts(problems, lotRule, orderingCost, holdingRate);
    problems
        .require(
            serviceLevel.isEmpty()
                || serviceLevel.get().compareTo(HALF) >= 0
                    && serviceLevel.get().compareTo(BigDecimal.ONE) < 0,
            "serviceLevel",
            shown(serviceLevel),
            "a fraction from 0.5 to below 1, such as 0.95")
        .require(
            safetyQuantity.isEmpty() || !safetyQuantity.get().isNegative(),
            "safetyQuantity",
            shown(safetyQuantity),
            "0 or more")
        .require(
            unitPrice.isEmpty() || !unitPrice.get().isNegative(),
            "unitPrice",
            shown(unitPrice),
            "0 or more")
        .refuse("The policy of " + item + " cannot be set");
  }

  private static void checkLead(
      Problems problems, Optional<Integer> days, Optional<BigDecimal> deviation) {
    problems
        .require(
            days.isEmpty() || days.get() >= 0 && days.get() <= LONGEST_DAYS,
            "leadDays",
            shown(days),
            "0 to " + LONGEST_DAYS + " working days")
        .require(
            deviation.isEmpty()
                || deviation.get().signum() >= 0
                    && deviation.get().compareTo(BigDecimal.valueOf(LONGEST_DAYS)) <= 0
                    && deviation.get().scale() <= 2,
            "leadDeviationDays",
            shown(deviation),
            "0 to " + LONGEST_DAYS + " with at most 2 decimals");
  }

  private static void checkLots(
      Problems problems,
      LotRule rule,
      Optional<Quantity> quantity,
      Optional<Quantity> multiple,
      Optional<Integer> periods) {
    String word = rule.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    boolean sized = rule.needs(Term.QUANTITY);
    problems
        .require(
            sized == quantity.isPresent(),
            "lotQuantity",
            shown(quantity),
            (sized ? "a quantity" : "none") + " with the lot rule " + word)
        .require(
            quantity.isEmpty() || quantity.get().isPositive(),
            "lotQuantity",
            shown(quantity),
            "more than 0")
        .require(
            multiple.isEmpty() || rule == LotRule.MINIMUM && multiple.get().isPositive(),
            "lotMultiple",
            shown(multiple),
            "more than 0, and only with the lot rule minimum")
        .require(
            rule.needs(Term.PERIODS)
                ? periods.isPresent() && periods.get() >= 1 && periods.get() <= MOST_PERIODS
                : periods.isEmpty(),
            "lotPeriods",
            shown(periods),
            rule.needs(Term.PERIODS)
                ? "1 to " + MOST_PERIODS + " weeks"
                : "none with the lot rule " + word);
  }

  private static void checkCosts(
      Problems problems, LotRule rule, Optional<Money> ordering, Optional<BigDecimal> holding) {
    boolean needed = rule.needs(Term.COSTS);
    problems
        .require(
            ordering.isPresent() ? !ordering.get().isNegative() : !needed,
            "orderingCost",
            shown(ordering),
            "0 or more" + (needed ? ", which this lot rule needs" : ""))
        .require(
            holding.isPresent()
                ? holding.get().signum() > 0 && holding.get().compareTo(BigDecimal.TEN) <= 0
                : !needed,
            "holdingRate",
            shown(holding),
            "a fraction of the cost for a year, more than 0 and at most 10"
                + (needed ? ", which this lot rule needs" : ""));
  }

  private static String shown(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }
}
