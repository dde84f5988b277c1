package org.millrace.analytics.stockpolicy;

/**
 * Where the classes end. Items in falling order of value are A while the items before them hold
 * less than the share for A, then B up to the share for B, then C; an item of no value is C. Demand
 * with a coefficient of variation below the bound for X is X, below the bound for Y is Y, else Z.
 */
public record ClassBounds(double aShare, double bShare, double xVariation, double yVariation) {

  /** 80 % and 95 % of the value; variation 0.5 and 1.0. */
  public static final ClassBounds DEFAULT = new ClassBounds(0.80, 0.95, 0.5, 1.0);

  public ClassBounds {
    Require.share("Share for A", aShare);
    Require.share("Share for B", bShare);
    Require.positive("Variation for X", xVariation);
    Require.positive("Variation for Y", yVariation);
    if (aShare > bShare || xVariation > yVariation) {
      throw new IllegalArgumentException(
          "Bounds must rise: shares %s and %s, variations %s and %s"
              .formatted(aShare, bShare, xVariation, yVariation));
    }
  }
}
