package org.millrace.analytics.mrp.lot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class WagnerWhitinPropertiesTest {

  private static final double EXACT = 1e-6;

  @Property(seed = "1958")
  void noPlanOfAllCostsLess(
      @ForAll @Size(min = 1, max = 9) List<@IntRange(max = 20) Integer> needs,
      @ForAll @Size(min = 1, max = 9) List<@IntRange(max = 60) Integer> setups,
      @ForAll @Size(min = 1, max = 9) List<@IntRange(max = 5) Integer> holdings) {
    List<Double> exactNeeds = doubles(needs);
    LotCosts costs = LotCosts.byPeriod(doubles(setups), doubles(holdings));

    double cost = LotPlan.cheapest(exactNeeds, costs).cost(costs);

    assertThat(cost).isCloseTo(cheapestOfAll(exactNeeds, costs), within(EXACT));
  }

  @Property(seed = "1973")
  void everyRuleMeetsEachNeedInTimeAndSilverMealIsNeverCheaper(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 20) Integer> needs,
      @ForAll @IntRange(max = 60) int setup,
      @ForAll @IntRange(max = 5) int holding) {
    LotCosts costs = LotCosts.even(setup, holding);
    LotPlan exact = LotPlan.of(new LotRule.WagnerWhitin(setup, holding), doubles(needs));
    LotPlan quick = LotPlan.of(new LotRule.SilverMeal(setup, holding), doubles(needs));

    assertThat(quick.cost(costs)).isGreaterThanOrEqualTo(exact.cost(costs) - EXACT);
    for (LotPlan plan : List.of(exact, quick)) {
      double stock = 0;
      for (int period = 0; period < needs.size(); period++) {
        stock += plan.orders().get(period) - needs.get(period);
        assertThat(stock).isGreaterThanOrEqualTo(0);
      }
      assertThat(stock).isZero();
    }
  }

  // Tries every set of order periods; an order covers all needs up to the next one.
  private static double cheapestOfAll(List<Double> needs, LotCosts costs) {
    double cheapest = Double.POSITIVE_INFINITY;
    for (int chosen = 0; chosen < 1 << needs.size(); chosen++) {
      cheapest = Math.min(cheapest, cost(needs, costs, chosen));
    }
    return cheapest;
  }

  private static double cost(List<Double> needs, LotCosts costs, int chosen) {
    double cost = 0;
    int order = -1;
    for (int period = 0; period < needs.size(); period++) {
      if ((chosen & 1 << period) != 0) {
        order = period;
        cost += costs.setup(period);
      }
      if (needs.get(period) > 0 && order < 0) {
        return Double.POSITIVE_INFINITY;
      }
      for (int held = Math.max(order, 0); held < period; held++) {
        cost += costs.holding(held) * needs.get(period);
      }
    }
    return cost;
  }

  private static List<Double> doubles(List<Integer> numbers) {
    return numbers.stream().map(Integer::doubleValue).toList();
  }
}
