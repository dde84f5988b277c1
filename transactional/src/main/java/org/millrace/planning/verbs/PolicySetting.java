package org.millrace.planning.verbs;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.planning.ItemPolicy;
import org.millrace.planning.LotRule;
import org.millrace.planning.Source;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.UnitPrice;

/**
 * A policy as it is asked for: without a lot rule it is lot for lot. One that was answered may be
 * sent back, with its item and currency.
 */
public record PolicySetting(
    Optional<ItemCode> item,
    Optional<Currency> currency,
    Source source,
    Optional<Integer> leadDays,
    Optional<BigDecimal> leadDeviationDays,
    Optional<LotRule> lotRule,
    Optional<Quantity> lotQuantity,
    Optional<Quantity> lotMultiple,
    Optional<Integer> lotPeriods,
    @Amount Optional<BigDecimal> orderingCost,
    Optional<BigDecimal> holdingRate,
    Optional<BigDecimal> serviceLevel,
    Optional<Quantity> safetyQuantity,
    Optional<PartyCode> supplier,
    @Amount Optional<BigDecimal> unitPrice,
    Optional<Instant> occurredAt) {
  /**
   * The policy of that item in that currency.
   *
   * @throws org.millrace.shared.Refused when it names another one or does not fit
   */
  public ItemPolicy policy(ItemCode of, Currency in) {
    Problems problems = new Problems();
    unitPrice.ifPresent(price -> UnitPrice.require(problems, "unitPrice", price));
    orderingCost.ifPresent(cost -> UnitPrice.require(problems, "orderingCost", cost));
    problems
        .require(item.map(of::equals).orElse(true), "item", item.orElse(of), of + " or none")
        .require(
            currency.map(in::equals).orElse(true), "currency", currency.orElse(in), in + " or none")
        .refuse("The policy of " + of + " cannot be set");
    return new ItemPolicy(
        of,
        source,
        leadDays,
        leadDeviationDays,
        lotRule.orElse(LotRule.LOT_FOR_LOT),
        lotQuantity,
        lotMultiple,
        lotPeriods,
        orderingCost.map(amount -> Money.of(amount, in)),
        holdingRate,
        serviceLevel,
        safetyQuantity,
        supplier,
        unitPrice.map(amount -> Money.of(amount, in)),
        in);
  }
}
