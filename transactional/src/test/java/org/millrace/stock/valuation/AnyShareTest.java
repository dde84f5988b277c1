package org.millrace.stock.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/** What lies in several places is worth together what the item is worth. */
class AnyShareTest {
  @Example
  void sharesTheWorkedNumber() {
    assertThat(shares("10.00", List.of(1L, 1L, 1L)))
        .containsExactly(euros("3.33"), euros("3.34"), euros("3.33"));
  }

  @Example
  void isWorthItsLastCostWhereNothingLiesInAll() {
    ItemValue none = new ItemValue(Quantity.ZERO, euros("0"), euros("2.50"));
    assertThat(none.share(Quantity.ZERO, Quantity.of(4))).isEqualTo(euros("10"));
    assertThat(none.share(Quantity.of(4), Quantity.of(-4))).isEqualTo(euros("-10"));
  }

  @Property
  void addsUpToTheValueHoweverItLies(
      @ForAll @LongRange(max = 99_999_999) long cents,
      @ForAll @Size(min = 1, max = 12) List<@LongRange(max = 500) Long> parts) {
    if (parts.stream().mapToLong(Long::longValue).sum() == 0) {
      return;
    }
    String value = BigDecimal.valueOf(cents, 2).toPlainString();
    List<Money> shares = shares(value, parts);
    assertThat(shares.stream().reduce(euros("0"), Money::plus)).isEqualTo(euros(value));
    assertThat(shares).noneMatch(Money::isNegative);
  }

  private static List<Money> shares(String value, List<Long> parts) {
    Quantity all = Quantity.of(parts.stream().mapToLong(Long::longValue).sum());
    ItemValue item = new ItemValue(all, euros(value), euros("1"));
    List<Money> shares = new ArrayList<>();
    Quantity before = Quantity.ZERO;
    for (long part : parts) {
      shares.add(item.share(before, Quantity.of(part)));
      before = before.plus(Quantity.of(part));
    }
    return shares;
  }

  private static Money euros(String amount) {
    return Money.of(amount, "EUR");
  }
}
