package org.millrace.analytics.planning.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.millrace.analytics.mrp.lot.LotRule;

class LotTermsTest {

  private static final OptionalDouble NONE = OptionalDouble.empty();

  private static LotRule rule(String name, OptionalDouble size) {
    return LotTerms.of(name, size).rule(10, 4);
  }

  @Test
  void namesTheRulesAsThePolicyDoes() {
    OptionalDouble fifty = OptionalDouble.of(50);

    assertThat(rule("lot_for_lot", NONE)).isEqualTo(LotRule.lotForLot());
    assertThat(rule("fixed", fifty)).isEqualTo(new LotRule.Fixed(50));
    assertThat(rule("multiple", fifty)).isEqualTo(new LotRule.Multiple(50));
    assertThat(rule("minimum", fifty)).isEqualTo(LotRule.Minimum.of(50));
    assertThat(rule("eoq", NONE)).isEqualTo(new LotRule.Economic(520, 50, 0.8));
    assertThat(rule("silver_meal", NONE)).isEqualTo(new LotRule.SilverMeal(50, 0.8 / 52));
    assertThat(rule("wagner_whitin", NONE)).isEqualTo(new LotRule.WagnerWhitin(50, 0.8 / 52));
  }

  @Test
  void takesPackPeriodsAndCostsFromThePolicy() {
    LotTerms minimum =
        new LotTerms(
            "minimum",
            OptionalDouble.of(120),
            OptionalDouble.of(50),
            OptionalInt.empty(),
            NONE,
            NONE);
    LotTerms periods = new LotTerms("periods", NONE, NONE, OptionalInt.of(4), NONE, NONE);
    LotTerms economic =
        new LotTerms(
            "eoq", NONE, NONE, OptionalInt.empty(), OptionalDouble.of(50), OptionalDouble.of(0.5));

    assertThat(minimum.rule(1, 1)).isEqualTo(new LotRule.Minimum(120, 50));
    assertThat(periods.rule(1, 1)).isEqualTo(new LotRule.Periods(4));
    assertThat(economic.rule(36_500 / 52.0, 4)).isEqualTo(new LotRule.Economic(36_500, 50, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"eoq", "silver_meal", "wagner_whitin"})
  void goodsThatAreFreeToHoldAreOrderedAsNeeded(String rule) {
    assertThat(LotTerms.of(rule, NONE).rule(10, 0)).isEqualTo(LotRule.lotForLot());
  }

  /** Holding costs 20 a unit and year, an order 50: five weeks of 10 cost least. */
  @ParameterizedTest
  @CsvSource({
    "lot_for_lot, , 30, 4, 30",
    "fixed, 50, 30, 4, 50",
    "multiple, 50, 30, 4, 50",
    "minimum, 120, 30, 4, 120",
    "minimum, 20, 30, 4, 30",
    "periods, , 30, 4, 120",
    "eoq, , 10, 4, 255",
    "eoq, , 10, 0, 10",
    "eoq, , 700, 400, 700",
    "silver_meal, , 10, 100, 50",
    "fixed, 50, 0, 4, 0",
    "wagner_whitin, , 0, 4, 0"
  })
  void anOrderBringsWhatTheRuleMakesOfSteadyUse(
      String rule, Double size, double usedPerWeek, double unitCost, double quantity) {
    OptionalDouble sized = size == null ? NONE : OptionalDouble.of(size);
    LotTerms terms = new LotTerms(rule, sized, NONE, OptionalInt.of(4), NONE, NONE);

    assertThat(terms.orderQuantity(usedPerWeek, unitCost)).isCloseTo(quantity, within(1e-9));
  }

  @Test
  void theCheapestOrdersOfSteadyUseAreNearlyEqual() {
    LotTerms cheapest = LotTerms.of("wagner_whitin", NONE);

    // 26 weeks in five orders, one of them for six weeks
    assertThat(cheapest.orderQuantity(10, 100)).isBetween(50.0, 52.5);
  }

  @Test
  void refusesAnUnknownRuleAndAMissingSize() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule("weekly", NONE))
        .withMessageContaining("'weekly'")
        .withMessageContaining("wagner_whitin");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule("fixed", NONE))
        .withMessageContaining("'fixed' needs a lot quantity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule("periods", NONE))
        .withMessageContaining("number of periods");
  }
}
