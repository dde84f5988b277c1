package org.millrace.analytics.mrp.lot;

/** How needs become orders. */
public sealed interface LotRule {

  /** Each order exactly what is needed. */
  static LotRule lotForLot() {
    return new LotForLot(); // as a constant, loading this and the case at once would deadlock
  }

  /** How many orders a quantity of this rule is split into. */
  default long orders(double quantity) {
    return 1;
  }

  /** A rule that looks at one need when it arises; what is left over serves later needs. */
  sealed interface Sized extends LotRule {

    /** The quantity to order for a need above 0, never less than the need. */
    double quantity(double needed);
  }

  /** A rule that looks ahead over all needs and orders several periods together. */
  sealed interface Timed extends LotRule {

    /** For each period the period whose order supplies it, never a later one. */
    int[] supplyPeriods(double... needs);
  }

  /** Order what is needed. */
  record LotForLot() implements Sized {

    @Override
    public double quantity(double needed) {
      return needed;
    }
  }

  /** Orders of exactly this size, as many as are needed. Worked: 90 at size 50 are two orders. */
  record Fixed(double size) implements Sized {

    public Fixed {
      requirePositive("Fixed lot size", size);
    }

    @Override
    public double quantity(double needed) {
      return roundUp(needed, size);
    }

    @Override
    public long orders(double quantity) {
      return Math.max(1, Math.round(quantity / size));
    }
  }

  /** One order, a multiple of a pack. Worked: 90 in packs of 50 is one order of 100. */
  record Multiple(double pack) implements Sized {

    public Multiple {
      requirePositive("Lot multiple", pack);
    }

    @Override
    public double quantity(double needed) {
      return roundUp(needed, pack);
    }
  }

  /**
   * At least this much, then in packs. Worked: 90 with minimum 120 in packs of 50 is 150; with
   * {@link #of} there are no packs and it is 120.
   */
  record Minimum(double least, double pack) implements Sized {

    public Minimum {
      requirePositive("Minimum lot", least);
      requireNotNegative("Lot multiple", pack);
    }

    public static Minimum of(double least) {
      return new Minimum(least, 0);
    }

    @Override
    public double quantity(double needed) {
      double atLeast = Math.max(least, needed);
      return pack == 0 ? atLeast : roundUp(atLeast, pack);
    }
  }

  /**
   * At least the quantity at which ordering and holding cost the same, {@code √(2 D S / H)} (Harris
   * 1913), in whole units. Worked: 36,500 a year, 50 an order, 2 a unit and year give 1,351.
   */
  record Economic(double yearlyDemand, double setupCost, double holdingCostPerYear)
      implements Sized {

    public Economic {
      requireNotNegative("Yearly demand", yearlyDemand);
      requireNotNegative("Setup cost", setupCost);
      requirePositive("Yearly holding cost of a unit", holdingCostPerYear);
    }

    @Override
    public double quantity(double needed) {
      double economic = Math.sqrt(2 * yearlyDemand * setupCost / holdingCostPerYear);
      return Math.max(needed, Math.rint(economic));
    }
  }

  /**
   * Each order for so many periods, the first period in which something is needed and those after
   * it. Worked: 2 periods for needs 10, 0, 30, 40 are an order of 10 in the first, of 70 in the
   * third period.
   */
  record Periods(int count) implements Timed {

    public Periods {
      if (count < 1) {
        throw new IllegalArgumentException(
            "Periods of a lot must be 1 or more, got %d".formatted(count));
      }
    }

    @Override
    public int[] supplyPeriods(double... needs) {
      int[] supply = new int[needs.length];
      int start = 0;
      for (int period = 0; period < needs.length; period++) {
        boolean isOver = period - start >= count;
        boolean isFirstNeed = needs[start] == 0 && needs[period] > 0;
        start = isOver || isFirstNeed ? period : start;
        supply[period] = start;
      }
      return supply;
    }
  }

  /**
   * Orders grow period by period while the cost of a period falls (Silver and Meal, Production and
   * Inventory Management 14 (1973) 64). Worked: see {@link SilverMealSearch}.
   */
  record SilverMeal(double setupCost, double holdingCostPerPeriod) implements Timed {

    public SilverMeal {
      requireNotNegative("Setup cost", setupCost);
      requireNotNegative("Holding cost of a unit and period", holdingCostPerPeriod);
    }

    @Override
    public int[] supplyPeriods(double... needs) {
      return SilverMealSearch.supplyPeriods(needs, setupCost, holdingCostPerPeriod);
    }
  }

  /**
   * The orders that cost least in all (Wagner and Whitin, Management Science 5 (1958) 89). Worked:
   * see {@link WagnerWhitinSearch}.
   */
  record WagnerWhitin(double setupCost, double holdingCostPerPeriod) implements Timed {

    public WagnerWhitin {
      requireNotNegative("Setup cost", setupCost);
      requireNotNegative("Holding cost of a unit and period", holdingCostPerPeriod);
    }

    @Override
    public int[] supplyPeriods(double... needs) {
      return new WagnerWhitinSearch(needs, LotCosts.even(setupCost, holdingCostPerPeriod))
          .supplyPeriods();
    }
  }

  // A need that misses a multiple by a rounding error does not take another pack.
  private static double roundUp(double needed, double pack) {
    return Math.max(1, Math.ceil(needed / pack - 1e-9)) * pack;
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "%s must be a number above 0, got %s".formatted(name, value));
    }
  }

  private static void requireNotNegative(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "%s must be a number of 0 or more, got %s".formatted(name, value));
    }
  }
}
