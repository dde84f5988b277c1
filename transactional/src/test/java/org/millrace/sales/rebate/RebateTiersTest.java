package org.millrace.sales.rebate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millrace.shared.Refused;
import org.millrace.tax.calculation.RoundingUnit;

class RebateTiersTest {
  private static final RoundingUnit CENT = RoundingUnit.decimals(2);

  /** 2 % from 0, 3 % from 10,000, 5 % from 20,000. */
  private static RebateTiers three(TierMethod method) {
    return tiers(method, "0", "2", "10000", "3", "20000", "5");
  }

  private static RebateTiers tiers(TierMethod method, String... numbers) {
    List<RebateTiers.Tier> tiers = new ArrayList<>();
    for (int i = 0; i < numbers.length; i += 2) {
      tiers.add(
          new RebateTiers.Tier(
              tiers.size() + 1, new BigDecimal(numbers[i]), new BigDecimal(numbers[i + 1])));
    }
    return new RebateTiers(method, tiers);
  }

  @ParameterizedTest
  @CsvSource({
    "25000, 1250, 750",
    "20000, 1000, 500",
    "19999.99, 600, 500",
    "10000, 300, 200",
    "9999.99, 200, 200",
    "0.25, 0.01, 0.01",
    "0.24, 0, 0",
    "0, 0, 0",
    "-100, 0, 0"
  })
  void takesThePercentageOfAllOrOfEachTier(String turnover, String whole, String within) {
    BigDecimal of = new BigDecimal(turnover);
    assertThat(three(TierMethod.WHOLE_TURNOVER).rebate(of, CENT)).isEqualByComparingTo(whole);
    assertThat(three(TierMethod.WITHIN_TIER).rebate(of, CENT)).isEqualByComparingTo(within);
  }

  @Test
  void earnsNothingBelowTheFirstTierAndOnlyAboveItWithin() {
    BigDecimal below = new BigDecimal("999.99");
    BigDecimal above = new BigDecimal("1500");
    for (TierMethod method : TierMethod.values()) {
      assertThat(tiers(method, "1000", "10").rebate(below, CENT)).isZero();
    }
    assertThat(tiers(TierMethod.WHOLE_TURNOVER, "1000", "10").rebate(above, CENT))
        .isEqualByComparingTo("150");
    assertThat(tiers(TierMethod.WITHIN_TIER, "1000", "10").rebate(above, CENT))
        .isEqualByComparingTo("50");
  }

  /** 10.01 at 2.5 % and 0.01 at 50 % are 0.25025 and 0.005: 0.26 together, 0.25 + 0.01 apart. */
  @Test
  void roundsOnceAtTheEndAndByTheStepOfTheCompany() {
    RebateTiers tiers = tiers(TierMethod.WITHIN_TIER, "0", "2.5", "10.01", "50");
    BigDecimal turnover = new BigDecimal("10.03");
    assertThat(tiers.rebate(turnover, CENT)).isEqualByComparingTo("0.26");
    assertThat(tiers.rebate(turnover, new RoundingUnit(new BigDecimal("0.05"))))
        .isEqualByComparingTo("0.25");
  }

  @Test
  void tellsWhatTheNextTierLacks() {
    RebateTiers tiers = three(TierMethod.WHOLE_TURNOVER);
    assertThat(tiers.lacking(new BigDecimal("12000"))).contains(new BigDecimal("8000"));
    assertThat(tiers.lacking(new BigDecimal("20000"))).isEmpty();
    assertThat(tiers.reached(new BigDecimal("12000")).orElseThrow().percent())
        .isEqualByComparingTo("3");
    assertThat(tiers.reached(new BigDecimal("-1"))).isEmpty();
  }

  @Test
  void refusesTiersThatDoNotRise() {
    assertThatThrownBy(
            () -> tiers(TierMethod.WITHIN_TIER, "100", "2", "100", "101", "200.001", "3"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("tiers.2.fromTurnover is '100', expected more than 100")
        .hasMessageContaining("tiers.2.percent is '101', expected 0 to 100")
        .hasMessageContaining("tiers.3.fromTurnover is '200.001'");
    assertThatThrownBy(() -> tiers(TierMethod.WITHIN_TIER))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("1 to 50 tiers");
  }
}
