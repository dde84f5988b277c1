package org.millrace.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.item.ItemCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

class WorkOrderTest {
  private static final ItemCode WHEEL = new ItemCode("WHEEL");
  private static final Currency EURO = Currency.getInstance("EUR");

  @Test
  void letsThroughWhatTheMaterialsTakenAreEnoughFor() {
    WorkOrder order = order().consumed(Map.of(WHEEL, Quantity.of(12)), euro("600"));
    assertThat(order.completableQuantity()).isEqualTo(Quantity.of(6));
    assertThatCode(() -> order.requireCompletable(Quantity.of(6))).doesNotThrowAnyException();
    assertThatThrownBy(() -> order.requireCompletable(Quantity.of(7)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("enough for 6", "8 WHEEL");
  }

  @Test
  void putsTheWholeActualCostOnTheGoodsHoweverTheyAreCompleted() {
    WorkOrder order = order().consumed(Map.of(WHEEL, Quantity.of(12)), euro("600"));
    Money first = order.costOf(Quantity.of(4));
    assertThat(first).isEqualTo(euro("400"));
    order = order.completed(Quantity.of(4), first);
    order = order.consumed(Map.of(WHEEL, Quantity.of(8)), euro("411.11"));
    Money last = order.costOf(Quantity.of(6));
    assertThat(last).isEqualTo(euro("611.11"));
    order = order.completed(Quantity.of(6), last);
    assertThat(order.status()).isEqualTo(WorkStatus.COMPLETED);
    assertThat(order.completedCost()).isEqualTo(order.materialCost());
  }

  @Test
  void letsGoodsThatAreMadeCarryTheirShareOfACorrection() {
    WorkOrder order = order().consumed(Map.of(WHEEL, Quantity.of(12)), euro("600"));
    assertThat(order.completedShareOf(euro("60"))).isEqualTo(euro("0"));
    WorkOrder part = order.completed(Quantity.of(4), euro("400"));
    assertThat(part.completedShareOf(euro("60"))).isEqualTo(euro("40"));
    CostCorrection correction =
        new CostCorrection(LocalDate.parse("2026-02-01"), euro("60"), euro("40"));
    WorkOrder corrected = part.corrected(correction);
    assertThat(corrected.costOf(Quantity.of(2))).isEqualTo(euro("220"));
    WorkOrder done =
        corrected
            .consumed(Map.of(WHEEL, Quantity.of(8)), euro("400"))
            .completed(Quantity.of(6), euro("620"));
    assertThat(done.completedShareOf(euro("-0.01"))).isEqualTo(euro("-0.01"));
  }

  @Test
  void doesNothingMoreOnceCompleted() {
    WorkOrder done =
        order()
            .consumed(Map.of(WHEEL, Quantity.of(20)), euro("1000"))
            .completed(Quantity.of(10), euro("1000"));
    assertThatThrownBy(() -> done.requireConsumable(Map.of(WHEEL, Quantity.of(1))))
        .hasMessage(
            "Work order WO-1 cannot consume materials: it is completed. Release a new work order.");
    assertThatThrownBy(() -> done.requireCompletable(Quantity.of(1)))
        .hasMessageContaining("cannot be completed: it is completed");
  }

  @Test
  void isChangedUntilItTakesMaterials() {
    WorkOrder.Request request =
        new WorkOrder.Request(
            new ItemCode("TRIKE"),
            "Tricycle",
            Quantity.of(4),
            order().dueDate().plusDays(2),
            Optional.empty(),
            List.of(
                new WorkOrder.Material(
                    WHEEL, "Wheel", Quantity.of(12), Quantity.ZERO, Optional.empty())));
    WorkOrder changed = order().changed(request);
    assertThat(changed.number()).isEqualTo(order().number());
    assertThat(changed.releasedOn()).isEqualTo(order().releasedOn());
    assertThat(changed.item()).isEqualTo(new ItemCode("TRIKE"));
    assertThat(changed.plannedStart()).isEmpty();
    assertThat(changed.materials().get(0).outstandingQuantity()).isEqualTo(Quantity.of(12));
    WorkOrder begun = changed.consumed(Map.of(WHEEL, Quantity.of(1)), euro("5"));
    assertThatThrownBy(() -> begun.changed(request))
        .isInstanceOf(Refused.class)
        .hasMessage(
            "Work order WO-1 cannot be changed: it took materials."
                + " Complete it and release a new work order.");
    assertThat(WorkOrder.KIND.steps(begun))
        .extracting(step -> step.act() + " " + step.allowed())
        .containsExactly(
            "change false",
            "consume true",
            "complete true",
            "cancel false",
            "return true",
            "cost true",
            "scrap true",
            "close true",
            "disassemble true");
  }

  @Test
  void isGivenUpUntilItTakesMaterials() {
    WorkOrder cancelled = order().cancelled();
    assertThat(cancelled.status()).isEqualTo(WorkStatus.CANCELLED);
    assertThat(cancelled.materials()).isEqualTo(order().materials());
    assertThatThrownBy(cancelled::cancelled).isInstanceOf(Refused.class);
    WorkOrder begun = order().consumed(Map.of(WHEEL, Quantity.of(1)), euro("5"));
    assertThatThrownBy(begun::cancelled)
        .hasMessage(
            "Work order WO-1 cannot be cancelled: it took materials."
                + " Complete it and release a new work order.");
  }

  @Test
  void refusesWhatIsNoMaterialOfIt() {
    assertThatThrownBy(
            () -> order().requireConsumable(Map.of(new ItemCode("BELL"), Quantity.of(1))))
        .hasMessageContaining("BELL", "one of [WHEEL]");
  }

  private static Money euro(String amount) {
    return Money.of(amount, "EUR");
  }

  private static WorkOrder order() {
    LocalDate day = LocalDate.of(2026, 3, 20);
    return new WorkOrder(
        new WorkOrderNumber("WO-1"),
        new ItemCode("BIKE"),
        "Bicycle",
        Quantity.of(10),
        Quantity.ZERO,
        WorkStatus.RELEASED,
        day,
        day.plusDays(7),
        Optional.of(day.plusDays(4)),
        List.of(
            new WorkOrder.Material(
                WHEEL, "Wheel", Quantity.of(20), Quantity.ZERO, Optional.empty())),
        Money.zero(EURO),
        Money.zero(EURO),
        EURO,
        Optional.empty(),
        Actuals.none(EURO),
        List.of());
  }
}
