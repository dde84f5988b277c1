package org.millrace.production.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.millrace.item.ItemCode;
import org.millrace.production.CoProduct;
import org.millrace.production.CostPosting;
import org.millrace.production.WorkOrder;
import org.millrace.production.WorkOrderNumber;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/** Whatever was booked on a work order, closing it leaves nothing of it in the shop. */
class AnyWorkOrderSettlesTest {
  private static final Currency EURO = Currency.getInstance("EUR");
  private static final ItemCode STEEL = new ItemCode("STEEL");
  private static final LocalDate DAY = LocalDate.of(2026, 5, 11);

  @Property(tries = 2_000)
  void nothingStaysInTheShop(
      @ForAll @LongRange(min = 0, max = 1_000_000) long material,
      @ForAll @LongRange(min = 0, max = 1_000_000) long labour,
      @ForAll @IntRange(min = 0, max = 10) int good,
      @ForAll @IntRange(min = 0, max = 5) int lost,
      @ForAll @IntRange(min = 0, max = 9) int beside) {
    WorkOrder order = order(beside).consumed(Map.of(STEEL, Quantity.of(20)), cents(material));
    order = order.posted(posting(CostPosting.Kind.LABOUR, cents(labour), 0), order.status());
    int made = Math.min(good, 10 - lost);
    if (made > 0) {
      Money cost = order.costOf(Quantity.of(made));
      order = order.completed(Quantity.of(made), cost);
    }
    if (beside > 0) {
      CoProduct coProduct = order.coProducts().get(0);
      Money cost = order.costOf(coProduct, Quantity.of(beside));
      order = order.completed(coProduct, Quantity.of(beside), cost);
    }
    if (lost > 0) {
      Money loss = order.lossOf(Quantity.of(lost));
      order = order.posted(posting(CostPosting.Kind.LOSS, loss, lost), order.status());
    }
    Settlement settlement = Settlement.of(order);
    WorkOrder closed =
        BookCosts.settled(order, settlement, DAY)
            .posted(posting(CostPosting.Kind.CLOSE, settlement.lossCost(), 0), order.status());
    assertThat(closed.openCost()).isEqualTo(cents(0));
    assertThat(closed.completedCost().plus(closed.actuals().lossCost()))
        .isEqualTo(closed.totalCost());
    if (made == 0 && beside == 0) {
      assertThat(closed.actuals().lossCost()).isEqualTo(closed.totalCost());
    }
    assertThat(Settlement.of(closed).goodsCost()).isEqualTo(cents(0));
  }

  @Test
  void abnormalScrapBearsTheCostOfGoodPiecesAndUsualScrapDoesNot() {
    WorkOrder order = order(0).consumed(Map.of(STEEL, Quantity.of(20)), cents(28_200));
    order = order.completed(Quantity.of(7), order.costOf(Quantity.of(7)));
    order = order.posted(posting(CostPosting.Kind.LOSS, cents(5_640), 2), order.status());
    order = order.posted(posting(CostPosting.Kind.SCRAP, cents(0), 1), order.status());
    Settlement settlement = Settlement.of(order);
    assertThat(settlement.goods())
        .containsExactly(new Settlement.Share(new ItemCode("FRAME"), cents(2_193)));
    assertThat(settlement.lossCost()).isEqualTo(cents(627)); // 62.67 in all
  }

  private static CostPosting posting(CostPosting.Kind kind, Money amount, int pieces) {
    return new CostPosting(
        "WC-1",
        DAY,
        kind,
        amount,
        Optional.empty(),
        Optional.empty(),
        Optional.of(Quantity.of(pieces)),
        Optional.empty());
  }

  private static WorkOrder order(int beside) {
    WorkOrder.Material material =
        new WorkOrder.Material(STEEL, "Steel", Quantity.of(20), Quantity.ZERO, Optional.empty());
    List<CoProduct> coProducts =
        beside == 0
            ? List.of()
            : List.of(
                new CoProduct(
                    new ItemCode("CUTTING"),
                    "Cutting",
                    Quantity.of(beside),
                    cents(1_000),
                    Quantity.ZERO,
                    cents(0)));
    Optional<Money> price = beside == 0 ? Optional.empty() : Optional.of(cents(3_000));
    return WorkOrder.released(
        new WorkOrderNumber("WO-1"),
        DAY,
        EURO,
        new WorkOrder.Request(
            new ItemCode("FRAME"),
            "Frame",
            Quantity.of(10),
            DAY,
            Optional.empty(),
            List.of(material),
            new WorkOrder.Outputs(Optional.empty(), price, coProducts)),
        Optional.empty());
  }

  private static Money cents(long amount) {
    return Money.of(java.math.BigDecimal.valueOf(amount, 2), EURO);
  }
}
