package org.millrace.analytics.stockpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StockPoliciesTest {

  private static final PolicyFacts FRAME =
      facts("frame", 40, List.of(10.0, 11.0, 9.0, 10.0), new DemandRate(10, 3), 72);
  private static final PolicyFacts BOLT =
      facts("bolt", 0.1, List.of(0.0, 0.0, 80.0, 0.0), new DemandRate(20, 30), 2_000);

  private static PolicyFacts facts(
      String item, double cost, List<Double> weeks, DemandRate forecast, double order) {
    return new PolicyFacts(
        item, cost, weeks, forecast, LeadTime.fixed(4), new PolicyFacts.Terms(order));
  }

  private static List<StockPolicy> policies(PolicyFacts... facts) {
    return StockPolicies.by(ClassBounds.DEFAULT, ServiceLevels.defaults()).of(List.of(facts));
  }

  @Test
  void setsThePolicyOfADearSteadyItem() {
    StockPolicy frame = policies(FRAME, BOLT).get(0);

    assertThat(frame.classes()).isEqualTo(new StockPolicy.Classes(AbcClass.A, XyzClass.X));
    assertThat(frame.levels().serviceLevel()).isEqualTo(0.98);
    assertThat(frame.levels().safetyStock()).isCloseTo(12.3225, within(5e-5)); // 2.05375 * 6
    assertThat(frame.levels().reorderPoint()).isCloseTo(52.3225, within(5e-5));
    assertThat(frame.levels().orderQuantity()).isEqualTo(72);
    assertThat(frame.levels().stockValue()).isCloseTo(1932.90, within(0.005));
    assertThat(frame.levels().fillRate()).isBetween(0.999, 1.0);
  }

  @Test
  void setsThePolicyOfACheapErraticItem() {
    assertThat(policies(FRAME, BOLT).get(1).classes())
        .isEqualTo(new StockPolicy.Classes(AbcClass.C, XyzClass.Z));
  }

  @Test
  void theOrderOfItemsDoesNotMatter() {
    assertThat(policies(BOLT, FRAME)).containsExactlyInAnyOrderElementsOf(policies(FRAME, BOLT));
  }

  @Test
  void anItemWithoutDemandOrCostIsKeptAtNothing() {
    StockPolicy.Levels dead =
        policies(facts("dead", 0, List.of(), new DemandRate(0, 0), 0)).get(0).levels();

    assertThat(dead).isEqualTo(new StockPolicy.Levels(0.90, 0, 0, 0, 1, 0));
  }

  @Test
  void theCurveRisesInStockAndInDemandMet() {
    List<ServicePoint> curve =
        StockPolicies.curve(List.of(FRAME, BOLT), List.of(0.99, 0.8, 0.9, 0.95));

    assertThat(curve).extracting(ServicePoint::serviceLevel).isSorted().hasSize(4);
    assertThat(curve).extracting(ServicePoint::stockValue).isSorted().doesNotHaveDuplicates();
    assertThat(curve).extracting(ServicePoint::metValue).isSorted().doesNotHaveDuplicates();
    assertThat(curve)
        .allSatisfy(
            point -> {
              assertThat(point.metValue()).isLessThan(point.demandedValue());
              assertThat(point.demandedValue()).isCloseTo(20_904, within(1e-6));
            });
  }

  @Test
  void theCurveOfOneItemGoesThroughItsPolicy() {
    StockPolicy.Levels levels = policies(FRAME).get(0).levels();
    ServicePoint point = StockPolicies.curve(List.of(FRAME), List.of(0.98)).get(0);

    assertThat(point.stockValue()).isEqualTo(levels.stockValue());
    assertThat(point.safetyValue()).isEqualTo(levels.safetyStock() * 40);
    assertThat(point.metValue() / point.demandedValue())
        .isCloseTo(levels.fillRate(), within(1e-12));
  }

  @Test
  void refusesAnItemGivenTwice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> policies(FRAME, FRAME))
        .withMessageContaining("more than once: [frame]");
  }
}
