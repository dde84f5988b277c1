package org.millrace.analytics.mrp.lot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published lot sizing examples of known_answers.json. */
class LotPlanTest {

  private static final double CENT = 0.005;

  private static final List<Double> WAGNER_WHITIN_1958 =
      needs(69, 29, 36, 61, 61, 26, 34, 67, 45, 67, 79, 56);
  private static final LotCosts COSTS_1958 =
      LotCosts.byPeriod(
          needs(85, 102, 102, 101, 98, 114, 105, 86, 119, 110, 98, 114), List.of(1.0));
  private static final List<Double> SILVER_PYKE_PETERSON =
      needs(10, 62, 12, 130, 154, 129, 88, 52, 124, 160, 238, 41);
  private static final LotCosts COSTS_SPP = LotCosts.even(54, 0.4);

  private static List<Double> needs(double... needs) {
    return Arrays.stream(needs).boxed().toList();
  }

  private static Map<Integer, Double> orders(LotRule rule, double... needs) {
    return LotPlan.of(rule, needs(needs)).orderByPeriod();
  }

  @ParameterizedTest
  @CsvSource({"36500, 50, 2, 1351", "2400, 5, 4, 77", "1800, 5, 3, 77", "25750, 250, 3.3, 1975"})
  void findsThePublishedEconomicQuantities(
      double yearly, double setup, double holding, double quantity) {
    assertThat(new LotRule.Economic(yearly, setup, holding).quantity(1)).isEqualTo(quantity);
  }

  @Test
  void findsTheOptimumOfWagnerAndWhitin() {
    LotPlan plan = LotPlan.cheapest(WAGNER_WHITIN_1958, COSTS_1958);

    assertThat(plan.cost(COSTS_1958)).isCloseTo(864, within(CENT));
    assertThat(plan.orderByPeriod())
        .isEqualTo(Map.of(1, 98.0, 3, 97.0, 5, 121.0, 8, 112.0, 10, 67.0, 11, 135.0));
  }

  @Test
  void findsThePublishedSilverMealPlan() {
    LotPlan plan = LotPlan.of(new LotRule.SilverMeal(54, 0.4), SILVER_PYKE_PETERSON);

    assertThat(plan.cost(COSTS_SPP)).isCloseTo(501.20, within(CENT));
    assertThat(plan.orderByPeriod())
        .isEqualTo(Map.of(1, 84.0, 4, 130.0, 5, 283.0, 7, 140.0, 9, 124.0, 10, 160.0, 11, 279.0));
  }

  @Test
  void knowsWhatOtherRulesCostThere() {
    LotPlan exact = LotPlan.of(new LotRule.WagnerWhitin(54, 0.4), SILVER_PYKE_PETERSON);
    LotPlan each = LotPlan.of(LotRule.lotForLot(), SILVER_PYKE_PETERSON);

    assertThat(exact.cost(COSTS_SPP)).isCloseTo(501.20, within(CENT));
    assertThat(each.cost(COSTS_SPP)).isCloseTo(648, within(CENT));
  }

  @Test
  void findsTheOptimumAfterOpeningStock() {
    LotCosts costs = LotCosts.even(4, 2);
    LotPlan plan = LotPlan.cheapest(needs(0, 1, 2, 2), costs);

    assertThat(plan.cost(costs)).isCloseTo(12, within(CENT));
    assertThat(plan.orders()).startsWith(0.0);
  }

  @Test
  void ordersForSoManyPeriodsFromTheFirstNeedOn() {
    assertThat(orders(new LotRule.Periods(2), 10, 0, 30, 40)).isEqualTo(Map.of(1, 10.0, 3, 70.0));
    assertThat(orders(new LotRule.Periods(2), 0, 10, 30, 40)).isEqualTo(Map.of(2, 40.0, 4, 40.0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LotRule.Periods(0))
        .withMessageContaining("1 or more, got 0");
  }

  @Test
  void roundsNeedsUpToLots() {
    assertThat(orders(LotRule.lotForLot(), 0, 90, 5)).isEqualTo(Map.of(2, 90.0, 3, 5.0));
    assertThat(orders(new LotRule.Fixed(50), 0, 90, 5)).isEqualTo(Map.of(2, 100.0));
    assertThat(orders(new LotRule.Multiple(50), 90, 11)).isEqualTo(Map.of(1, 100.0, 2, 50.0));
    assertThat(orders(LotRule.Minimum.of(60), 90, 5)).isEqualTo(Map.of(1, 90.0, 2, 60.0));
    assertThat(orders(new LotRule.Minimum(120, 50), 90)).isEqualTo(Map.of(1, 150.0));
    assertThat(orders(new LotRule.Economic(36_500, 50, 2), 90, 1262, 2000))
        .isEqualTo(Map.of(1, 1351.0, 2, 1351.0, 3, 1351.0));
  }

  @Test
  void countsTheOrdersOfAFixedLot() {
    assertThat(new LotRule.Fixed(50).orders(100)).isEqualTo(2);
    assertThat(new LotRule.Multiple(50).orders(100)).isEqualTo(1);
  }

  @Test
  void aRoundingErrorTakesNoExtraPack() {
    assertThat(new LotRule.Multiple(0.1).quantity(0.1 + 0.2)).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void lookAheadRulesWaitForTheFirstNeed() {
    assertThat(orders(new LotRule.SilverMeal(10, 1), 0, 0, 5)).isEqualTo(Map.of(3, 5.0));
    assertThat(orders(new LotRule.WagnerWhitin(10, 1), 0, 0, 5)).isEqualTo(Map.of(3, 5.0));
    assertThat(orders(new LotRule.WagnerWhitin(10, 1), 0, 0)).isEmpty();
    assertThat(orders(new LotRule.SilverMeal(10, 1))).isEmpty();
  }

  @Test
  void sizesAHundredThousandPeriods() {
    List<Double> needs = IntStream.range(0, 100_000).mapToObj(i -> (double) (i * 7 % 13)).toList();

    LotPlan plan = LotPlan.of(new LotRule.WagnerWhitin(40, 0.5), needs);

    assertThat(plan.orders().stream().mapToDouble(Double::doubleValue).sum())
        .isEqualTo(needs.stream().mapToDouble(Double::doubleValue).sum());
    assertThat(plan.cost(LotCosts.even(40, 0.5)))
        .isLessThan(LotPlan.of(new LotRule.SilverMeal(40, 0.5), needs).cost(LotCosts.even(40, 0.5)))
        .isLessThan(40 * 100_000);
  }

  @Test
  void refusesWhatIsNoNeed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LotPlan.of(LotRule.lotForLot(), List.of(1.0, -2.0)))
        .withMessageContaining("need of period 2 must be a number of 0 or more, got -2.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LotRule.Fixed(0))
        .withMessageContaining("Fixed lot size must be a number above 0, got 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LotCosts.byPeriod(Collections.emptyList(), List.of(1.0)))
        .withMessageContaining("Setup costs");
  }
}
