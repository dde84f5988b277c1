package org.millrace.analytics.stockpolicy;

/** Periods from order to receipt, and their deviation; the same periods as the demand rate. */
public record LeadTime(double periods, double deviation) {

  public LeadTime {
    Require.notNegative("Lead time", periods);
    Require.notNegative("Deviation of the lead time", deviation);
  }

  /** A supplier who is never early or late. */
  public static LeadTime fixed(double periods) {
    return new LeadTime(periods, 0);
  }

  /**
   * Deviation of the demand while waiting: {@code √(LT σd² + d² σLT²)} (Silver, Pyke and Thomas,
   * Inventory and Production Management, 4th ed. 2017, ch. 6). Worked: 9 periods ± 2, demand 100 ±
   * 20 give √(9 · 400 + 10,000 · 4) = 208.8.
   */
  public double demandDeviation(DemandRate demand) {
    double fromDemand = periods * demand.errorDeviation() * demand.errorDeviation();
    double late = demand.perPeriod() * deviation;
    return Math.sqrt(fromDemand + late * late);
  }

  /** Demand expected while waiting. */
  public double demand(DemandRate demand) {
    return periods * demand.perPeriod();
  }
}
