package org.millrace.purchasing.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.purchasing.OrderStatus;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.Supplier;
import org.millrace.purchasing.tolerance.MatchTolerance;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

class MatchTest {
  private static final Currency EURO = Currency.getInstance("EUR");
  private final Match match = new Match(MatchTolerance.DEFAULT);

  @Test
  void passesAPriceWithinTheTolerance() {
    Match.Matched line = match.matched(received(95), bill(1, 95, "43.35")).get(0);
    assertThat(line.came()).isEqualTo(Quantity.of(95));
    assertThat(line.ahead()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void passesWhatWasOrderedBeforeAnythingCame() {
    Match.Matched line = match.matched(ordered(), bill(1, 100, "42.50")).get(0);
    assertThat(line.came()).isEqualTo(Quantity.ZERO);
    assertThat(line.ahead()).isEqualTo(Quantity.of(100));
    PurchaseOrder ahead = ordered().billed(Map.of(1, Quantity.of(40)));
    assertThatThrownBy(() -> match.matched(ahead, bill(1, 61, "42.50")))
        .hasMessageContaining("at most 60", "0 received, 40 billed before");
  }

  @Test
  void blocksAPriceJustBeyondTheTolerance() {
    assertThatThrownBy(() -> match.matched(received(95), bill(1, 95, "43.36")))
        .isInstanceOf(MatchRefused.class)
        .hasMessageContaining("43.36", "42.50 as ordered", "difference 0.86 a unit, 2.02 %");
  }

  @Test
  void blocksMoreThanWasReceived() {
    assertThatThrownBy(() -> match.matched(received(95), bill(1, 96, "42.50")))
        .isInstanceOf(MatchRefused.class)
        .hasMessageContaining("at most 95", "100 ordered, 95 received, 0 billed before")
        .hasMessageContaining("difference 1)");
  }

  @Test
  void blocksALineThatWasNotOrdered() {
    assertThatThrownBy(() -> match.matched(received(95), bill(2, 1, "1")))
        .isInstanceOf(MatchRefused.class)
        .hasMessageContaining("a line of order PO-1");
  }

  @Test
  void countsWhatWasBilledBefore() {
    PurchaseOrder billed = received(95).invoiced(Map.of(1, Quantity.of(90)));
    assertThatThrownBy(() -> match.matched(billed, bill(1, 6, "42.50")))
        .hasMessageContaining("at most 5", "90 billed before");
  }

  @Test
  void takesToleratedQuantityAboveTheReceivedOneAsDifferenceOfPrice() {
    Match lenient = new Match(new MatchTolerance(BigDecimal.valueOf(2), BigDecimal.ZERO));
    Match.Matched line = lenient.matched(received(95), bill(1, 96, "42.50")).get(0);
    assertThat(line.counted()).isEqualTo(Quantity.of(95));
    PurchaseOrder after = received(95).invoiced(Map.of(1, Quantity.of(96)));
    assertThat(after.line(1).orElseThrow().invoicedQuantity()).isEqualTo(Quantity.of(95));
    assertThatThrownBy(() -> lenient.matched(received(95), bill(1, 97, "42.50")))
        .isInstanceOf(MatchRefused.class)
        .hasMessageContaining("at most 96.9", "within 2 %; difference 2)");
    assertThatThrownBy(() -> lenient.matched(after, bill(1, 1, "42.50")))
        .hasMessageContaining("at most 0", "95 billed before");
  }

  @Test
  void refusesPercentsThatAreNone() {
    assertThatThrownBy(() -> new MatchTolerance(new BigDecimal("-1"), new BigDecimal("100.01")))
        .hasMessageContaining("quantityPercent is '-1'", "pricePercent is '100.01'")
        .hasMessageContaining("0 to 100 with at most 2 decimals");
  }

  private static Bill bill(int line, long quantity, String price) {
    return new Bill(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(new Bill.Line(line, Quantity.of(quantity), new BigDecimal(price))));
  }

  private static PurchaseOrder received(long quantity) {
    return ordered().received(Map.of(1, Quantity.of(quantity)));
  }

  private static PurchaseOrder ordered() {
    PurchaseOrder.Line line =
        PurchaseOrder.Line.ordered(
            1, new ItemCode("FRAME"), "Frame", Quantity.of(100), Money.of("42.50", "EUR"));
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
        Optional.empty());
  }
}
