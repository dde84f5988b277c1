package org.millrace.analytics.mrp.bill;

/**
 * One unit of the item takes so much of the component; scrap is the share of the component that is
 * lost. Worked: 2 a unit with scrap 0.2 need 2 / (1 - 0.2) = 2.5.
 */
public record BillLine(String item, String component, double quantity, double scrap) {

  public BillLine {
    if (!(quantity > 0) || Double.isInfinite(quantity)) {
      throw new IllegalArgumentException(
          "Bill of %s: the quantity of %s must be a number above 0, got %s"
              .formatted(item, component, quantity));
    }
    if (!(scrap >= 0 && scrap < 1)) {
      throw new IllegalArgumentException(
          "Bill of %s: the scrap of %s must be a share from 0 to below 1, got %s"
              .formatted(item, component, scrap));
    }
  }

  /** A line without scrap. */
  public static BillLine of(String item, String component, double quantity) {
    return new BillLine(item, component, quantity, 0);
  }

  /** What has to be issued for one unit. */
  public double grossQuantity() {
    return quantity / (1 - scrap);
  }
}
