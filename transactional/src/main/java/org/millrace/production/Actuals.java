package org.millrace.production;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/**
 * What a work order cost beside its materials, and what of its cost the goods do not carry: in the
 * currency of the company.
 *
 * @param plannedUnitCost what one is received at before the order is closed; the actual cost where
 *     none is planned
 * @param salesPrice of one, by which the cost is shared with co-products
 * @param lossCost what abnormal scrap, a cancellation and the like sent to the expense
 * @param scrapQuantity pieces that were spoilt, those included that are
 * @param lossQuantity abnormal, which the good ones do not pay for (IAS 2.16)
 * @param closedOn from then on nothing more is booked on the order
 */
public record Actuals(
    @Sensitive Optional<Money> plannedUnitCost,
    @Sensitive Optional<Money> salesPrice,
    @Sensitive Money labourCost,
    @Sensitive Money overheadCost,
    @Sensitive Money lossCost,
    Quantity scrapQuantity,
    Quantity lossQuantity,
    Optional<LocalDate> closedOn) {
  /** Nothing yet. */
  public static Actuals none(Currency currency) {
    return planned(Optional.empty(), Optional.empty(), currency);
  }

  /** Nothing yet, and how goods will be received. */
  public static Actuals planned(
      Optional<Money> unitCost, Optional<Money> salesPrice, Currency currency) {
    Money none = Money.zero(currency);
    return new Actuals(
        unitCost, salesPrice, none, none, none, Quantity.ZERO, Quantity.ZERO, Optional.empty());
  }

  /** Labour and overhead. */
  Money conversionCost() {
    return labourCost.plus(overheadCost);
  }

  /** With what a posting adds to it. */
  Actuals with(CostPosting posting) {
    Money none = Money.zero(lossCost.currency());
    Quantity spoilt = posting.scrapped();
    return new Actuals(
        plannedUnitCost,
        salesPrice,
        labourCost.plus(posting.kind() == CostPosting.Kind.LABOUR ? posting.amount() : none),
        overheadCost.plus(posting.kind() == CostPosting.Kind.OVERHEAD ? posting.amount() : none),
        lossCost.plus(posting.lossCost()),
        scrapQuantity.plus(spoilt),
        lossQuantity.plus(posting.kind() == CostPosting.Kind.LOSS ? spoilt : Quantity.ZERO),
        posting.kind() == CostPosting.Kind.CLOSE ? Optional.of(posting.date()) : closedOn);
  }
}
