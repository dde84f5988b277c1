package org.millrace.currency;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Currency;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.millrace.shared.Money;

/** However an item is settled and opened again: paid in full, nothing is left in any currency. */
class AnySettlementTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Currency USD = Currency.getInstance("USD");

  /** A part of what is open in percent, or the latest settlement taken back. */
  private record Act(boolean isBack, int percent) {}

  @Provide
  Arbitrary<List<Act>> acts() {
    return Combinators.combine(
            Arbitraries.of(false, false, false, true), Arbitraries.integers().between(1, 100))
        .as(Act::new)
        .list()
        .ofMaxSize(25);
  }

  @Provide
  Arbitrary<ExchangeRate> rates() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("0.0001"), new BigDecimal("250"))
        .ofScale(4)
        .filter(rate -> rate.signum() > 0)
        .map(rate -> new ExchangeRate(rate.toPlainString()));
  }

  @Property(tries = 2000)
  void leavesNothingInEitherCurrency(
      @ForAll("acts") List<Act> acts,
      @ForAll("rates") ExchangeRate rate,
      @ForAll @LongRange(min = 1, max = 100_000_000) long cents) {
    BigDecimal gross = BigDecimal.valueOf(cents, 2);
    Money worth = rate.of(gross, EUR);
    ForeignAmounts amounts =
        ForeignAmounts.unpaid(rate, Money.of(gross, USD), Money.of(gross, USD), Optional.empty());
    Money open = worth;
    Deque<Carried> settled = new ArrayDeque<>();
    for (Act act : acts) {
      if (act.isBack() && !settled.isEmpty()) {
        Carried last = settled.pop();
        amounts = amounts.settled(last.amount().amount().negate());
        open = open.plus(last.home());
      } else {
        Money part = amounts.open().times(BigDecimal.valueOf(act.percent(), 2)).rounded();
        if (part.isPositive()) {
          Carried carried = new Carried(part, amounts.worth(part.amount(), worth, open));
          settled.push(carried);
          amounts = amounts.settled(part.amount());
          open = open.minus(carried.home());
        }
      }
      assertThat(open.isNegative()).isFalse();
    }
    if (amounts.open().isPositive()) {
      open = open.minus(amounts.worth(amounts.openAmount(), worth, open));
      amounts = amounts.settled(amounts.openAmount());
    }
    assertThat(amounts.openAmount()).isEqualByComparingTo("0");
    assertThat(open).isEqualTo(Money.zero(EUR));
  }
}
