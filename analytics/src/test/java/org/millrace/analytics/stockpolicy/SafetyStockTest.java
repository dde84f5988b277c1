package org.millrace.analytics.stockpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** The golden example of planning and the published examples of known_answers.json. */
class SafetyStockTest {

  private static final double ONE_DECIMAL = 0.05;
  private static final double FOUR_DECIMALS = 5e-5;
  private static final double THREE_DECIMALS = 5e-4;

  private static double reorderPoint(double level, DemandRate demand, LeadTime leadTime) {
    return leadTime.demand(demand) + SafetyStock.forCycles(level, demand, leadTime);
  }

  @Test
  void findsTheGoldenSafetyStockAndReorderPoint() {
    DemandRate demand = new DemandRate(100, 20);
    LeadTime leadTime = new LeadTime(9, 2);

    assertThat(leadTime.demandDeviation(demand)).isCloseTo(208.806, within(THREE_DECIMALS));
    assertThat(SafetyStock.forCycles(0.95, demand, leadTime)).isCloseTo(343.5, within(ONE_DECIMAL));
    assertThat(reorderPoint(0.95, demand, leadTime)).isCloseTo(1243.5, within(ONE_DECIMAL));
  }

  @Test
  void findsThePublishedReorderPoints() {
    LeadTime week = LeadTime.fixed(7);

    assertThat(reorderPoint(0.98, new DemandRate(2400 / 365.0, 4), week))
        .isCloseTo(67.7622, within(FOUR_DECIMALS));
    assertThat(reorderPoint(0.90, new DemandRate(1800 / 365.0, 4), week))
        .isCloseTo(48.0832, within(FOUR_DECIMALS));
  }

  @Test
  void findsThePublishedFillRateOfASafetyStock() {
    DemandRate demand = new DemandRate(515, 125);
    LeadTime leadTime = LeadTime.fixed(2);
    double safety = 74.325;

    assertThat(FillRate.of(safety, 1975.225, demand, leadTime))
        .isCloseTo(0.98, within(FOUR_DECIMALS));
    assertThat(safety / leadTime.demandDeviation(demand)).isCloseTo(0.4204, within(FOUR_DECIMALS));
    assertThat(leadTime.demand(demand) + safety).isCloseTo(1104.325, within(0.005));
  }

  @Property(seed = "20261124")
  void moreServiceNeedsMoreStockAndScalesWithDemand(
      @ForAll @DoubleRange(min = 0.51, max = 0.99) double level,
      @ForAll @DoubleRange(min = 0.1, max = 100) double scale) {
    DemandRate demand = new DemandRate(10, 3);
    LeadTime leadTime = new LeadTime(4, 1);
    double stock = SafetyStock.forCycles(level, demand, leadTime);

    assertThat(SafetyStock.forCycles(level + 0.009, demand, leadTime)).isGreaterThan(stock);
    assertThat(SafetyStock.forCycles(level, new DemandRate(10 * scale, 3 * scale), leadTime))
        .isCloseTo(stock * scale, within(1e-9 * scale * stock + 1e-9));
  }

  @Test
  void whatNeverVariesNeedsNone() {
    DemandRate steady = new DemandRate(10, 0);

    assertThat(SafetyStock.forCycles(0.99, steady, LeadTime.fixed(3))).isZero();
    assertThat(FillRate.of(0, 5, steady, LeadTime.fixed(3))).isEqualTo(1);
  }

  @Test
  void aLowServiceLevelIsNeverNegativeStock() {
    assertThat(SafetyStock.forCycles(0.3, new DemandRate(10, 3), LeadTime.fixed(3))).isZero();
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DemandRate(Double.NaN, 1))
        .withMessageContaining("Demand per period must be a number of 0 or more, got NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SafetyStock.forCycles(1.2, new DemandRate(1, 1), LeadTime.fixed(1)))
        .withMessageContaining("Service level must lie between 0 and 1, got 1.2");
  }
}
