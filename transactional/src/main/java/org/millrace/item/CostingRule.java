package org.millrace.item;

import java.util.Optional;

/**
 * How the goods of an item are valued, and which of them together.
 *
 * @param supplierReturn what goods take with them that go back to their supplier
 * @param unitCostDecimals to how many decimals the monthly average of one is cut before goods leave
 *     at it; the whole fraction counts where absent
 */
public record CostingRule(
    CostingMethod method,
    CostingLevel level,
    SupplierReturn supplierReturn,
    Optional<Integer> unitCostDecimals) {
  /** What counts where no item group says otherwise: moving average over the whole company. */
  public static final CostingRule USUAL =
      new CostingRule(CostingMethod.MOVING_AVERAGE, CostingLevel.ITEM);

  /** Goods that go back take what was paid for them, and no average is cut. */
  public CostingRule(CostingMethod method, CostingLevel level) {
    this(method, level, SupplierReturn.PRICE_PAID, Optional.empty());
  }

  /** Whether goods that come and go in order are valued one after the other, without the past. */
  public boolean isUsual() {
    return method == USUAL.method && level == USUAL.level;
  }
}
