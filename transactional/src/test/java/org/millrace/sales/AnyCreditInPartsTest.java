package org.millrace.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.millrace.item.ItemCode;
import org.millrace.item.ItemKind;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/** A line of an invoice credited in any parts. */
class AnyCreditInPartsTest {
  @Property(tries = 300)
  void creditsWhatWasBilledAndNeverMore(
      @ForAll("parts") List<Long> parts, @ForAll @LongRange(max = 2_000_000) long price) {
    Quantity all = Quantity.of(parts.stream().mapToLong(Long::longValue).sum());
    Money unitPrice = Money.of(BigDecimal.valueOf(price, 6), Currency.getInstance("GBP"));
    Invoice.Line line =
        new Invoice.Line(
            1,
            new ItemCode("BELL"),
            "Bell",
            ItemKind.STOCKED,
            all,
            unitPrice,
            unitPrice.times(all).rounded(),
            Money.zero(unitPrice.currency()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Quantity credited = Quantity.ZERO;
    Money sum = Money.zero(unitPrice.currency());
    for (long part : parts) {
      Money share = line.share(credited, Quantity.of(part));
      assertThat(share.isNegative()).isFalse();
      sum = sum.plus(share);
      credited = credited.plus(Quantity.of(part));
      assertThat(sum).isLessThanOrEqualTo(line.netAmount());
    }
    assertThat(sum).isEqualTo(line.netAmount());
  }

  @Provide
  Arbitrary<List<Long>> parts() {
    return Arbitraries.longs().between(1, 40).list().ofMinSize(1).ofMaxSize(30);
  }
}
