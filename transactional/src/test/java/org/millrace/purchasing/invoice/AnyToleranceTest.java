package org.millrace.purchasing.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.purchasing.OrderStatus;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.Supplier;
import org.millrace.purchasing.tolerance.MatchTolerance;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/** Whatever is tolerated and billed: the goods received are cleared once. */
class AnyToleranceTest {
  private static final Currency EURO = Currency.getInstance("EUR");

  @Property
  void clearsTheGoodsReceivedOnceHoweverMuchIsBilled(
      @ForAll @BigRange(min = "0", max = "100") @Scale(2) BigDecimal quantityPercent,
      @ForAll @BigRange(min = "0", max = "999") @Scale(3) BigDecimal price,
      @ForAll @IntRange(min = 1, max = 1000) int received,
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 700) Integer> bills) {
    MatchTolerance tolerance = new MatchTolerance(quantityPercent, BigDecimal.ZERO);
    PurchaseOrder order = order(price, received);
    Quantity cleared = Quantity.ZERO;
    for (int quantity : bills) {
      Quantity open = order.lines().get(0).uninvoicedQuantity();
      boolean allowed = tolerance.mostOf(open).compareTo(Quantity.of(quantity)) >= 0;
      Bill.Line billed = new Bill.Line(1, Quantity.of(quantity), price);
      Bill bill = new Bill(Optional.empty(), Optional.empty(), Optional.empty(), List.of(billed));
      try {
        Match.Matched line = new Match(tolerance).matched(order, bill).get(0);
        assertThat(allowed).isTrue();
        assertThat(line.ahead()).isEqualTo(Quantity.ZERO);
        cleared = cleared.plus(line.came());
        order = order.billed(Map.of(1, line.counted()));
      } catch (MatchRefused refused) {
        assertThat(allowed).isFalse();
      }
    }
    PurchaseOrder.Line line = order.lines().get(0);
    assertThat(line.uninvoicedQuantity().isNegative()).isFalse();
    assertThat(cleared).isEqualTo(line.invoicedQuantity());
  }

  private static PurchaseOrder order(BigDecimal price, int received) {
    PurchaseOrder.Line line =
        PurchaseOrder.Line.ordered(
            1, new ItemCode("FRAME"), "Frame", Quantity.of(1000), Money.of(price, EURO));
    LocalDate day = LocalDate.of(2026, 3, 2);
    return new PurchaseOrder(
            new PurchaseOrderNumber("PO-1"),
            new Supplier(new PartyCode("S-1"), "Tubes", "Germany"),
            day,
            day,
            EURO,
            OrderStatus.OPEN,
            List.of(line),
            line.netAmount(),
            Optional.empty(),
            Optional.empty())
        .received(Map.of(1, Quantity.of(received)));
  }
}
