package org.millrace.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class MoneyTest {
  private static final Currency GBP = Currency.getInstance("GBP");

  @Property
  void addsAndTakesAwayExactly(
      @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(6) BigDecimal a,
      @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(6) BigDecimal b) {
    Money one = Money.of(a, GBP);
    Money other = Money.of(b, GBP);
    assertThat(one.plus(other).minus(other)).isEqualTo(one);
    assertThat(one.plus(other)).isEqualTo(other.plus(one));
    assertThat(one.plus(one.negated())).isEqualTo(Money.zero(GBP));
  }

  @Property
  void isEqualHoweverItIsWritten(
      @ForAll @BigRange(min = "-1000", max = "1000") @Scale(4) BigDecimal a) {
    assertThat(Money.of(a, GBP)).isEqualTo(Money.of(a.setScale(9), GBP));
  }

  @Property
  void roundsByLessThanHalfAPenny(
      @ForAll @BigRange(min = "-1000", max = "1000") @Scale(6) BigDecimal a) {
    Assume.that(a.signum() != 0);
    Money money = Money.of(a, GBP);
    assertThat(money.rounded().minus(money).amount().abs())
        .isLessThanOrEqualTo(new BigDecimal("0.005"));
  }

  @Test
  void roundsHalfUpToTheDigitsOfTheCurrency() {
    assertThat(Money.of("2.345", "GBP").rounded()).isEqualTo(Money.of("2.35", "GBP"));
    assertThat(Money.of("2.5", "JPY").rounded()).isEqualTo(Money.of("3", "JPY"));
  }

  @Test
  void refusesToMixCurrencies() {
    assertThatThrownBy(() -> Money.of("1", "GBP").plus(Money.of("2", "EUR")))
        .hasMessage("Cannot combine GBP 1.00 with EUR 2.00: convert one of them first");
  }

  @Test
  void refusesAQuantityOfTooManyDecimals() {
    assertThatThrownBy(() -> Quantity.of("0.00001"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("quantity is '0.00001', expected at most 4 decimals");
  }
}
