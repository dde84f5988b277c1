package org.millrace.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.millrace.item.ItemCode;
import org.millrace.item.Material;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/** Whatever is spoilt on the way: enough is planned, and the goods carry all that was taken. */
class AnyScrapTest {
  private static final ItemCode WHEEL = new ItemCode("WHEEL");
  private static final Currency EURO = Currency.getInstance("EUR");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Example
  void plansTheWorkedNumber() {
    Material wheels = material("2", "5");
    assertThat(wheels.takenBy(Quantity.of(10))).isEqualTo(Quantity.of(20));
    assertThat(wheels.scrapOf(Quantity.of(10))).isEqualTo(Quantity.of(1));
    assertThat(wheels.plannedFor(Quantity.of(10))).isEqualTo(Quantity.of(21));
    assertThat(Material.of(WHEEL, Quantity.of(2)).plannedFor(Quantity.of(10)))
        .isEqualTo(Quantity.of(20));
  }

  @Example
  void refusesPercentsThatAreNone() {
    for (String wrong : List.of("-1", "100.01", "1.005")) {
      assertThatThrownBy(() -> material("2", wrong))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("scrapPercent is '" + wrong, "0 to 100 with at most 2 decimals");
    }
  }

  @Example
  void roundsWhatPartsOfAPieceTakeUpAsScrapIs() {
    Material ink = Material.of(WHEEL, Quantity.of("0.0125"));
    assertThat(ink.takenBy(Quantity.of("2.5"))).isEqualTo(Quantity.of("0.0313"));
    assertThat(ink.plannedFor(Quantity.of("2.5"))).isEqualTo(Quantity.of("0.0313"));
    assertThat(ink.scrapOf(Quantity.of("2.5"))).isEqualTo(Quantity.ZERO);
    Material spilt = new Material(WHEEL, Quantity.of("0.0125"), Optional.of(new BigDecimal("10")));
    assertThat(spilt.plannedFor(Quantity.of("2.5"))).isEqualTo(Quantity.of("0.0344"));
  }

  @Property
  void plansJustEnough(
      @ForAll @BigRange(min = "0.01", max = "50") @Scale(2) BigDecimal each,
      @ForAll @BigRange(min = "0", max = "100") @Scale(2) BigDecimal percent,
      @ForAll @IntRange(min = 1, max = 10_000) int pieces) {
    Material material = new Material(WHEEL, Quantity.of(each), Optional.of(percent));
    BigDecimal exact =
        each.multiply(BigDecimal.valueOf(pieces)).multiply(HUNDRED.add(percent)).divide(HUNDRED);
    assertThat(material.plannedFor(Quantity.of(pieces)).value().subtract(exact))
        .isBetween(BigDecimal.ZERO, new BigDecimal("0.0001"));
  }

  @Property
  void completesAllWithWhatTheGoodPiecesTakeAndLeavesNoCost(
      @ForAll @BigRange(min = "0.01", max = "50") @Scale(2) BigDecimal each,
      @ForAll @BigRange(min = "0", max = "100") @Scale(2) BigDecimal percent,
      @ForAll @IntRange(min = 2, max = 10_000) int pieces,
      @ForAll @BigRange(min = "0", max = "99999") @Scale(2) BigDecimal cost) {
    Material material = new Material(WHEEL, Quantity.of(each), Optional.of(percent));
    Quantity all = Quantity.of(pieces);
    WorkOrder order = order(material, all);
    Quantity net = material.takenBy(all);
    assertThat(order.materials().get(0).netQuantity()).isEqualTo(net);
    WorkOrder taken = order.consumed(Map.of(WHEEL, net), Money.of(cost, EURO));
    assertThat(taken.completableQuantity()).isEqualTo(all);
    assertThat(taken.materials().get(0).outstandingQuantity()).isEqualTo(material.scrapOf(all));
    Quantity some = Quantity.of(pieces / 2);
    WorkOrder half = taken.completed(some, taken.costOf(some));
    Quantity rest = all.minus(some);
    WorkOrder done = half.completed(rest, half.costOf(rest));
    assertThat(done.completedCost()).isEqualTo(done.materialCost());
    assertThat(done.status()).isEqualTo(WorkStatus.COMPLETED);
  }

  private static Material material(String each, String percent) {
    return new Material(WHEEL, Quantity.of(each), Optional.of(new BigDecimal(percent)));
  }

  private static WorkOrder order(Material material, Quantity pieces) {
    LocalDate day = LocalDate.of(2026, 3, 20);
    return new WorkOrder(
        new WorkOrderNumber("WO-1"),
        new ItemCode("BIKE"),
        "Bicycle",
        pieces,
        Quantity.ZERO,
        WorkStatus.RELEASED,
        day,
        day.plusDays(7),
        Optional.empty(),
        List.of(
            new WorkOrder.Material(
                WHEEL,
                "Wheel",
                material.plannedFor(pieces),
                Quantity.ZERO,
                Optional.of(material.scrapOf(pieces)))),
        Money.zero(EURO),
        Money.zero(EURO),
        EURO,
        Optional.empty(),
        Actuals.none(EURO),
        List.of());
  }
}
