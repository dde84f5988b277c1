package org.millrace.purchasing.tolerance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/** By how much bills may differ. */
class MatchToleranceTest {
  @ParameterizedTest
  @CsvSource({
    "0, 95, 95",
    "2, 95, 96.9",
    "0.01, 1, 1.0001",
    "3, 0.0033, 0.0033",
    "100, 0.5, 1",
    "100, 0, 0"
  })
  void letsSoMuchMoreBeBilledThanWasReceivedRoundedDown(
      BigDecimal percent, String open, String most) {
    assertThat(new MatchTolerance(percent, BigDecimal.ZERO).mostOf(Quantity.of(open)))
        .isEqualTo(Quantity.of(most));
  }

  @ParameterizedTest
  @CsvSource({
    "2, 100, 102, true",
    "2, 100, 98, true",
    "2, 100, 102.01, false",
    "2, 100, 97.99, false",
    "0, 0.335, 0.335, true",
    "0, 0.335, 0.3351, false",
    "100, 0, 0.01, false",
    "100, 5, 0, true"
  })
  void letsAPriceBeSoMuchHigherOrLowerThanTheOrderedOne(
      BigDecimal percent, String ordered, String billed, boolean isAllowed) {
    MatchTolerance tolerance = new MatchTolerance(BigDecimal.ZERO, percent);
    assertThat(tolerance.allows(Money.of(ordered, "EUR"), Money.of(billed, "EUR")))
        .isEqualTo(isAllowed);
  }

  @Test
  void isFromNothingToAllWithTwoDecimals() {
    assertThatThrownBy(() -> new MatchTolerance(new BigDecimal("100.01"), new BigDecimal("-1")))
        .isInstanceOf(Refused.class)
        .hasMessage(
            "The tolerance of the match cannot be set: quantityPercent is '100.01', expected 0 to"
                + " 100 with at most 2 decimals; pricePercent is '-1', expected 0 to 100 with at"
                + " most 2 decimals");
    assertThatThrownBy(() -> new MatchTolerance(BigDecimal.ZERO, new BigDecimal("0.001")))
        .hasMessageContaining("pricePercent is '0.001'");
    assertThat(new MatchTolerance(new BigDecimal("2.00"), BigDecimal.ONE))
        .isEqualTo(new MatchTolerance(BigDecimal.valueOf(2), new BigDecimal("1.0")));
  }

  /** Quantity 2 %, price 1 % and 5.00 in all: each of them has to hold. */
  @Test
  void wantsAllThreeToHold() {
    MatchTolerance tolerance =
        new MatchTolerance(
            BigDecimal.valueOf(2),
            BigDecimal.ONE,
            Optional.of(BigDecimal.valueOf(2)),
            Optional.of(BigDecimal.valueOf(5)),
            Optional.empty());
    assertThat(exceeded(tolerance, "100", "10", "101", "10.04")).isEmpty();
    assertThat(exceeded(tolerance, "100", "10", "103", "10"))
        .containsExactly(MatchTolerance.Difference.QUANTITY);
    assertThat(exceeded(tolerance, "100", "10", "100", "10.20"))
        .containsExactly(MatchTolerance.Difference.PRICE, MatchTolerance.Difference.AMOUNT);
    assertThat(exceeded(tolerance, "1000", "1", "1000", "1.009"))
        .containsExactly(MatchTolerance.Difference.AMOUNT);
    assertThat(exceeded(tolerance, "1", "400", "1", "404")).isEmpty();
  }

  @Test
  void wantsTheTaxDifferenceWithinItsLimit() {
    MatchTolerance limited =
        new MatchTolerance(
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            Optional.empty(),
            Optional.empty(),
            Optional.of(new BigDecimal("0.20")));
    assertThat(limited.allowsTax(Money.of("0.20", "EUR"))).isTrue();
    assertThat(limited.allowsTax(Money.of("-0.21", "EUR"))).isFalse();
    assertThat(MatchTolerance.DEFAULT.allowsTax(Money.of("9", "EUR"))).isTrue();
  }

  private static List<MatchTolerance.Difference> exceeded(
      MatchTolerance tolerance, String ordered, String price, String billed, String billPrice) {
    return tolerance.exceeded(
        new MatchTolerance.Compared(
            Quantity.of(ordered),
            Money.of(price, "EUR"),
            Quantity.of(billed),
            Quantity.of(billed),
            Money.of(billPrice, "EUR")));
  }
}
