package org.millrace.stock.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

class MovingAverageTest {
  private static final Currency GBP = Currency.getInstance("GBP");

  record Step(long quantity, Optional<Long> pence) {
    Quantity moved() {
      return Quantity.of(quantity);
    }

    Optional<Money> cost() {
      return pence.map(p -> Money.of(java.math.BigDecimal.valueOf(p, 2), GBP));
    }
  }

  @Test
  void valuesTheGoldenExample() {
    ItemValue twenty =
        MovingAverage.move(received(10, "10"), Quantity.of(10), Optional.of(pounds("12"))).after();
    Valued out = MovingAverage.move(twenty, Quantity.of(-15), Optional.empty());
    assertThat(out.value()).isEqualTo(pounds("-165"));
    assertThat(out.after().value()).isEqualTo(pounds("55"));
  }

  @Test
  void givesTheLastUnitTheRestOfTheValue() {
    ItemValue three = new ItemValue(Quantity.of(3), pounds("10"), pounds("3.333333"));
    ItemValue two = MovingAverage.move(three, Quantity.of(-1), Optional.empty()).after();
    assertThat(two.value()).isEqualTo(pounds("6.67"));
    assertThat(MovingAverage.move(two, Quantity.of(-2), Optional.empty()).after().value())
        .isEqualTo(pounds("0"));
  }

  @Test
  void tellsWhatGoodsThatLeftTooEarlyReallyCost() {
    ItemValue owing =
        MovingAverage.move(ItemValue.none(GBP), Quantity.of(-15), Optional.empty()).after();
    Valued first = MovingAverage.move(owing, Quantity.of(10), Optional.of(pounds("10")));
    Valued second = MovingAverage.move(first.after(), Quantity.of(10), Optional.of(pounds("12")));
    assertThat(first.covering()).isEqualTo(pounds("-150"));
    assertThat(second.covering()).isEqualTo(pounds("-10"));
    assertThat(second.after().value()).isEqualTo(pounds("60"));
  }

  @Test
  void valuesWhatIsMissingAlikeInWhateverPartsItLeft() {
    ItemValue two = new ItemValue(Quantity.of(2), pounds("0.01"), pounds("0.005"));
    assertThat(left(two, 5)).isEqualTo(left(two, 1, 1, 1, 2)).isEqualTo(left(two, 3, 1, 1));
    assertThat(left(two, 5).value()).isEqualTo(pounds("-0.02"));
  }

  private static ItemValue left(ItemValue before, long... parts) {
    ItemValue now = before;
    for (long part : parts) {
      now = MovingAverage.move(now, Quantity.of(-part), Optional.empty()).after();
    }
    return now;
  }

  @Property(tries = 500)
  void neverLetsTheValueDrift(@ForAll("steps") List<Step> steps) {
    ItemValue standing = ItemValue.none(GBP);
    Money sum = Money.zero(GBP);
    Quantity onHand = Quantity.ZERO;
    for (Step step : steps) {
      Valued valued = MovingAverage.move(standing, step.moved(), step.cost());
      sum = sum.plus(valued.value()).plus(valued.covering());
      onHand = onHand.plus(step.moved());
      standing = valued.after();
      assertThat(standing.value()).isEqualTo(sum);
      assertThat(standing.onHand()).isEqualTo(onHand);
      assertThat(standing.averageCost().isNegative()).isFalse();
      if (onHand.isZero()) {
        assertThat(standing.value()).isEqualTo(Money.zero(GBP));
      }
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Long> quantity = Arbitraries.longs().between(-30, 30).filter(q -> q != 0);
    Arbitrary<Long> pence = Arbitraries.longs().between(0, 5_000);
    return Combinators.combine(quantity, pence.optional())
        .as((q, p) -> new Step(q, q > 0 ? p : Optional.empty()))
        .list()
        .ofMaxSize(40);
  }

  private static ItemValue received(long quantity, String cost) {
    return MovingAverage.move(ItemValue.none(GBP), Quantity.of(quantity), Optional.of(pounds(cost)))
        .after();
  }

  private static Money pounds(String amount) {
    return Money.of(amount, "GBP");
  }
}
