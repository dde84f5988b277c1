package org.millrace.analytics.stockpolicy;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;

/** The wanted service level of each pair of classes; a company sets its own. */
public final class ServiceLevels {

  private final Map<AbcClass, Map<XyzClass, Double>> levels = new EnumMap<>(AbcClass.class);

  private ServiceLevels() {}

  /**
   * A start for firms without a table of their own: dear and steady items get most, cheap and
   * erratic ones least. A: 98, 97, 95 %; B: 97, 95, 92 %; C: 95, 92, 90 %.
   */
  public static ServiceLevels defaults() {
    return new ServiceLevels()
        .row(AbcClass.A, 0.98, 0.97, 0.95)
        .row(AbcClass.B, 0.97, 0.95, 0.92)
        .row(AbcClass.C, 0.95, 0.92, 0.90);
  }

  /** These levels with another one for one pair of classes. */
  public ServiceLevels with(AbcClass abc, XyzClass xyz, double level) {
    Require.share("Service level of " + abc + xyz, level);
    ServiceLevels changed = new ServiceLevels();
    levels.forEach((key, row) -> changed.levels.put(key, new EnumMap<>(row)));
    changed.of(abc).put(xyz, level);
    return changed;
  }

  /** The share of replenishment cycles that shall see no stock-out. */
  public double of(AbcClass abc, XyzClass xyz) {
    return requireNonNull(of(abc).get(xyz));
  }

  private Map<XyzClass, Double> of(AbcClass abc) {
    return requireNonNull(levels.get(abc));
  }

  private ServiceLevels row(AbcClass abc, double x, double y, double z) {
    levels.put(abc, new EnumMap<>(Map.of(XyzClass.X, x, XyzClass.Y, y, XyzClass.Z, z)));
    return this;
  }
}
