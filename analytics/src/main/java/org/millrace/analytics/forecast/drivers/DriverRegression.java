package org.millrace.analytics.forecast.drivers;

import java.util.List;

/**
 * Estimates what price, promotion and calendar do to demand, for one item alone or for the items of
 * a group together, whose effects are then drawn towards those of the group as far as an item's own
 * demand leaves them open.
 *
 * <p>Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice (3rd ed.), 7 and 10
 * (regression, and what it leaves forecast by a method of its own); pooling as in {@link Prior}.
 * Worked: demand 2, 4, 2, 4 with a promotion in every second step gives "promotion x2.00".
 */
public final class DriverRegression {

  private static final double SHARE_OF_LEVEL = 10;
  private static final double SLOWEST = 0.01;
  private static final double FASTEST = 0.15;

  private DriverRegression() {}

  /** Of one item alone. */
  public static DriverFit alone(ItemDemand item) {
    return fitted(item, Prior.loose(item.drivers().size()));
  }

  /** Of all items of a group, in their order. All have drivers of the same names. */
  public static List<DriverFit> pooled(List<ItemDemand> group) {
    if (group.isEmpty()) {
      return List.of();
    }
    List<String> names = group.get(0).drivers().names();
    for (ItemDemand item : group) {
      if (!item.drivers().names().equals(names)) {
        throw new IllegalArgumentException(
            "Item %s has the drivers %s, but %s has %s. Give all items of a group the same ones."
                .formatted(item.item(), item.drivers().names(), group.get(0).item(), names));
      }
    }
    Prior loose = Prior.loose(names.size());
    if (group.size() == 1 || names.isEmpty()) {
      return group.stream().map(item -> fitted(item, loose)).toList();
    }
    Prior prior =
        Prior.pooled(
            group.stream().map(item -> ItemRegression.of(item, loose, fading(item))).toList());
    return group.stream().map(item -> fitted(item, prior)).toList();
  }

  private static DriverFit fitted(ItemDemand item, Prior prior) {
    return new DriverFit(item, ItemRegression.of(item, prior, fading(item)));
  }

  /** The level moves with about a tenth of the history. */
  private static double fading(ItemDemand item) {
    return Math.max(SLOWEST, Math.min(FASTEST, SHARE_OF_LEVEL / item.length()));
  }
}
