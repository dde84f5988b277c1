package org.millrace.purchasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.purchasing.OrderStatus.Act;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

class PurchaseOrderTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @Test
  void staysOpenWhilePartIsOutstandingAndIsReceivedWithTheLast() {
    PurchaseOrder part = order(line(1, 100, "42.50")).received(Map.of(1, Quantity.of(95)));
    assertThat(part.status()).isEqualTo(OrderStatus.OPEN);
    assertThat(part.lines().get(0).outstandingQuantity()).isEqualTo(Quantity.of(5));
    assertThat(part.received(Map.of(1, Quantity.of(5))).status()).isEqualTo(OrderStatus.RECEIVED);
  }

  @Test
  void refusesMoreThanIsOutstandingWithTheNumbers() {
    PurchaseOrder part = order(line(1, 100, "42.50")).received(Map.of(1, Quantity.of(95)));
    assertThatThrownBy(() -> part.received(Map.of(1, Quantity.of(6))))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("at most 5: 100 ordered, 95 received before");
  }

  @Test
  void isInvoicedOnceAllThatWasOrderedIsReceivedAndBilled() {
    PurchaseOrder received = order(line(1, 4, "1")).received(Map.of(1, Quantity.of(4)));
    assertThat(received.invoiced(Map.of(1, Quantity.of(3))).status())
        .isEqualTo(OrderStatus.RECEIVED);
    assertThat(received.invoiced(Map.of(1, Quantity.of(4))).status())
        .isEqualTo(OrderStatus.INVOICED);
  }

  @Test
  void givesUpTheRestWhenCancelledAfterPartArrived() {
    PurchaseOrder untouched = order(line(1, 4, "1"));
    PurchaseOrder part = untouched.received(Map.of(1, Quantity.of(1)));
    assertThat(untouched.cancelled().status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(part.cancelled().status()).isEqualTo(OrderStatus.RECEIVED);
    assertThat(part.invoiced(Map.of(1, Quantity.of(1))).cancelled().status())
        .isEqualTo(OrderStatus.INVOICED);
  }

  @Test
  void isChangedUntilGoodsOfItArrive() {
    PurchaseOrder placed = order(line(1, 4, "1"), line(2, 7, "3"));
    PurchaseOrder changed =
        placed.changed(
            new PurchaseOrder.Request(
                new Supplier(new PartyCode("S-2"), "Rims", "Italy"),
                DAY.plusDays(3),
                List.of(line(1, 5, "2.50"))));
    assertThat(changed.number()).isEqualTo(placed.number());
    assertThat(changed.orderDate()).isEqualTo(DAY);
    assertThat(changed.promisedDate()).isEqualTo(DAY.plusDays(3));
    assertThat(changed.supplier().name()).isEqualTo("Rims");
    assertThat(changed.netAmount()).isEqualTo(Money.of("12.50", "EUR"));
    assertThat(changed.lines()).hasSize(1);
    PurchaseOrder arriving = changed.received(Map.of(1, Quantity.of(1)));
    assertThat(arriving.refusal(Act.CHANGE).orElseThrow())
        .isEqualTo(
            "Purchase order PO-1 cannot be changed: goods of it arrived."
                + " Cancel what is missing and place a new order.");
    assertThatThrownBy(
            () ->
                arriving.changed(
                    new PurchaseOrder.Request(arriving.supplier(), DAY, arriving.lines())))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("goods of it arrived");
    assertThat(arriving.refusal(Act.RECEIVE)).isEmpty();
    assertThat(arriving.cancelled().refusal(Act.CHANGE).orElseThrow()).contains("it is received");
  }

  @Test
  void tellsEachActAsAStepWithTheReasonWhyNot() {
    PurchaseOrder cancelled = order(line(1, 4, "1")).cancelled();
    assertThat(PurchaseOrder.KIND.steps(cancelled))
        .extracting(step -> step.act() + " " + step.allowed())
        .containsExactly(
            "change false",
            "confirm false",
            "receive false",
            "return false",
            "invoice false",
            "waive-bills false",
            "cancel false");
    assertThat(PurchaseOrder.KIND.steps(cancelled).get(2).reason())
        .contains("Purchase order PO-1 cannot be received: it is cancelled. Place a new order.");
  }

  @Test
  void addsUpThePartsOfALineToTheCent() {
    PurchaseOrder.Line line = line(1, 3, "0.335");
    Quantity one = Quantity.of(1);
    assertThat(line.netAmount()).isEqualTo(Money.of("1.01", "EUR"));
    assertThat(line.amountAfter(Quantity.ZERO, one)).isEqualTo(Money.of("0.34", "EUR"));
    assertThat(line.amountAfter(one, one)).isEqualTo(Money.of("0.33", "EUR"));
    assertThat(line.amountAfter(Quantity.of(2), one)).isEqualTo(Money.of("0.34", "EUR"));
  }

  static PurchaseOrder.Line line(int number, long quantity, String price) {
    return PurchaseOrder.Line.ordered(
        number, new ItemCode("I-" + number), "Item", Quantity.of(quantity), Money.of(price, "EUR"));
  }

  static PurchaseOrder order(PurchaseOrder.Line... lines) {
    List<PurchaseOrder.Line> all = Arrays.asList(lines);
    Currency euro = Currency.getInstance("EUR");
    return new PurchaseOrder(
        new PurchaseOrderNumber("PO-1"),
        new Supplier(new PartyCode("S-1"), "Tubes", "Germany"),
        DAY,
        DAY,
        euro,
        OrderStatus.OPEN,
        all,
        all.stream().map(PurchaseOrder.Line::netAmount).reduce(Money.zero(euro), Money::plus),
        Optional.empty(),
        Optional.empty());
  }
}
