package org.millrace.item;

/** How the goods of an item are valued, and which of them together. */
public record CostingRule(CostingMethod method, CostingLevel level) {
  /** What counts where no item group says otherwise: moving average over the whole company. */
  public static final CostingRule USUAL =
      new CostingRule(CostingMethod.MOVING_AVERAGE, CostingLevel.ITEM);

  public boolean isUsual() {
    return equals(USUAL);
  }
}
