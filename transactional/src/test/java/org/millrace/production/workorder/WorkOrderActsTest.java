package org.millrace.production.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.millrace.TestingMasters.BELL;
import static org.millrace.TestingMasters.BIKE;
import static org.millrace.TestingMasters.COMPANY;
import static org.millrace.TestingMasters.WHEEL;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millrace.TestingMasters;
import org.millrace.document.DocumentKind;
import org.millrace.document.TestingDocuments;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumbers;
import org.millrace.item.ItemCode;
import org.millrace.outbox.Recorded;
import org.millrace.production.Completion;
import org.millrace.production.Consumption;
import org.millrace.production.Demand;
import org.millrace.production.MaterialCostCorrected;
import org.millrace.production.Production;
import org.millrace.production.WorkOrder;
import org.millrace.production.WorkStatus;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.CostCharge;
import org.millrace.stock.GoodsMove.OthersGoods;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.MoveReason;
import org.millrace.stock.TestingStock;

/** What is done with work orders, on masters and documents in memory. */
class WorkOrderActsTest {
  /** 3 March in the company's time zone, still 2 March in Greenwich. */
  private static final Instant NOW = Instant.parse("2026-03-02T20:00:00Z");

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);

  private final TestingMasters masters = new TestingMasters();
  private final TestingDocuments<WorkOrder> orders = new TestingDocuments<>(WorkOrder.KIND);
  private final TestingStock stock = new TestingStock(TestingMasters.EURO).having(WHEEL, "12.50");
  private final CountedNumbers numbers = new CountedNumbers();
  private final ReleaseWorkOrder release =
      new ReleaseWorkOrder(
          orders,
          masters.companies(),
          masters.items(),
          (company, item, due) -> Optional.of(due.minusDays(5)));
  private final ConsumeMaterials consume =
      new ConsumeMaterials(masters.companies(), orders, numbers, stock);
  private final BookCosts costs = new BookCosts(masters.companies(), orders, numbers, stock);
  private final CompleteWorkOrder complete =
      new CompleteWorkOrder(masters.companies(), orders, numbers, stock);

  private static final class CountedNumbers implements DocumentNumbers {
    private int last;

    @Override
    public List<String> take(CompanyCode company, DocumentKind<?> kind, LocalDate day, int count) {
      return IntStream.range(0, count).mapToObj(i -> kind.prefix() + "-" + ++last).toList();
    }

    @Override
    public void giveBack(CompanyCode company, DocumentKind<?> kind, LocalDate day, String first) {
      last = Integer.parseInt(first.substring(first.lastIndexOf('-') + 1)) - 1;
    }

    @Override
    public Set<String> taken(CompanyCode company, DocumentKind<?> kind, Collection<String> wanted) {
      return Set.of();
    }
  }

  @Test
  void takesTheBillOfMaterialOfItsItem() {
    WorkOrder order = released(10).document();
    assertThat(order.materials())
        .extracting(WorkOrder.Material::item, m -> m.quantity().toString())
        .containsExactly(tuple(WHEEL, "20"));
    assertThat(order.releasedOn()).isEqualTo(TODAY);
    refused(
        () -> release.release(COMPANY, wanted(BELL, 1, Optional.empty(), Optional.empty()), NOW),
        "item is 'BELL', expected an item with a bill of material; add one to it");
  }

  @Test
  void isDueAfterItsLeadTimeAndStartsThatLongBefore() {
    WorkOrder byDefault = released(10).document();
    assertThat(byDefault.dueDate()).isEqualTo(TODAY);
    assertThat(byDefault.plannedStart()).contains(TODAY.minusDays(5));
    WorkOrder quick = release(Optional.empty(), Optional.of(2));
    assertThat(quick.dueDate()).isEqualTo(TODAY.plusDays(2));
    assertThat(quick.plannedStart()).contains(TODAY);
    WorkOrder told = release(Optional.of(TODAY.plusDays(30)), Optional.of(2));
    assertThat(told.plannedStart()).contains(TODAY.plusDays(28));
    refused(
        () -> release(Optional.of(TODAY.minusDays(1)), Optional.empty()),
        "dueDate is '2026-03-02', expected not before the day of release, 2026-03-03");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 3_651, Integer.MAX_VALUE})
  void refusesALeadTimeThatNothingTakes(int days) {
    refused(
        () -> release(Optional.empty(), Optional.of(days)),
        "leadTimeDays is '%d', expected 0 to 3650 days".formatted(days));
  }

  @Test
  void saysThatACorrectionIsWrongAndNotTheRelease() {
    Versioned<WorkOrder> before = released(10);
    String title = "Work order " + before.document().number() + " cannot be changed so: ";
    refused(
        () -> release.change(before, wanted(BELL, 1, Optional.empty(), Optional.empty()), NOW),
        title + "item is 'BELL', expected an item with a bill of material; add one to it");
    refused(
        () ->
            release.change(
                before, wanted(BIKE, 1, Optional.of(TODAY.minusDays(1)), Optional.empty()), NOW),
        title + "dueDate is '2026-03-02', expected not before the day of release, 2026-03-03");
  }

  @Test
  void keepsItsDayAndDemandWhenItIsCorrected() {
    Versioned<WorkOrder> before = released(10);
    WorkOrder after =
        release.change(before, wanted(BIKE, 4, Optional.empty(), Optional.of(1)), NOW).document();
    assertThat(after.dueDate()).isEqualTo(before.document().dueDate());
    assertThat(after.demand()).contains(new Demand("sales-order", "SO-1"));
    assertThat(after.materials()).extracting(m -> m.quantity().toString()).containsExactly("8");
  }

  @Test
  void takesAllThatIsStillNeededUnlessMaterialsAreNamed() {
    Versioned<WorkOrder> order = released(10);
    ConsumeMaterials.Booked some = consumed(order, List.of(wheels(5)));
    assertThat(some.consumption().cost()).isEqualTo(euros("62.50"));
    ConsumeMaterials.Booked rest = consumed(some.order(), List.of());
    assertThat(rest.consumption().lines())
        .extracting(Consumption.Line::item, l -> l.quantity().toString(), Consumption.Line::cost)
        .containsExactly(tuple(WHEEL, "15", euros("187.50")));
    assertThat(rest.order().document().materialCost()).isEqualTo(euros("250"));
    refused(
        () -> consumed(rest.order(), List.of()),
        "Work order WO-000001 cannot consume: lines is 'none', expected at least one material");
    assertThat(consumed(rest.order(), List.of(wheels(1))).order().document().materials())
        .extracting(m -> m.consumedQuantity().toString(), m -> m.outstandingQuantity().toString())
        .containsExactly(tuple("21", "0"));
  }

  @Test
  void yieldsGoodsAtTheCostOfWhatTheyTook() {
    Versioned<WorkOrder> order = consumed(released(10), List.of(wheels(12))).order();
    CompleteWorkOrder.Booked some = completed(order, Optional.of(4));
    assertThat(some.completion())
        .extracting(Completion::number, Completion::unitCost, Completion::cost)
        .containsExactly("PC-2", euros("25"), euros("100"));
    assertThat(stock.moves()).last().extracting("reason").isEqualTo(MoveReason.COMPLETION);
    assertThat(stock.moves().get(1).lines().get(0).unitCost()).contains(euros("25"));
    assertThatThrownBy(() -> completed(some.order(), Optional.empty()))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.reason()).isEqualTo(Refused.Reason.CONFLICT))
        .hasMessage(
            "Work order WO-000001 cannot complete 6 of BIKE: the materials taken are enough for 2."
                + " Consume materials first: 8 WHEEL.");
    refused(() -> completed(some.order(), Optional.of(0)), "quantity is '0', expected more than 0");
    refused(
        () -> completed(some.order(), Optional.of(7)),
        "expected at most 6: 10 ordered, 4 completed before");
    Versioned<WorkOrder> all = consumed(some.order(), List.of()).order();
    CompleteWorkOrder.Booked last = completed(all, Optional.empty());
    assertThat(last.order().document().status()).isEqualTo(WorkStatus.COMPLETED);
    assertThat(last.completion().cost()).isEqualTo(euros("150"));
  }

  @Test
  void expectsItsGoodsAndReservesItsMaterialsUntilItEnds() {
    Versioned<WorkOrder> order = released(10);
    assertThat(planned(order)).containsExactly("BIKE 10", "WHEEL -20");
    Versioned<WorkOrder> begun = consumed(order, List.of(wheels(8))).order();
    Versioned<WorkOrder> some = completed(begun, Optional.of(4)).order();
    assertThat(planned(some)).containsExactly("BIKE 6", "WHEEL -12");
    Versioned<WorkOrder> supplied = consumed(some, List.of()).order();
    assertThat(planned(supplied)).containsExactly("BIKE 6");
    assertThat(planned(completed(supplied, Optional.empty()).order())).isEmpty();
    assertThat(planned(release.cancel(released(1), "Not needed", NOW))).isEmpty();
  }

  @Test
  void passesLaterCostsOnToTheGoodsMadeSoFar() {
    Versioned<WorkOrder> order = consumed(released(10), List.of(wheels(12))).order();
    completed(order, Optional.of(4));
    revalue(order, MoveReason.CONSUMPTION, "60");
    WorkOrder after = orders.named(COMPANY, order.document().number()).document();
    assertThat(after.materialCost()).isEqualTo(euros("210"));
    assertThat(after.completedCost()).isEqualTo(euros("140"));
    DocumentRef ref = WorkOrder.KIND.ref(after.number());
    Instant corrected = Instant.parse("2026-03-20T08:00:00Z");
    assertThat(stock.charges())
        .containsExactly(CostCharge.ofItself(ref, BIKE, euros("40"), corrected));
    assertThat(orders.told()).last().isInstanceOf(MaterialCostCorrected.class);
  }

  @Test
  void chargesNothingWhereNothingIsMadeYetAndLeavesOtherMovesAlone() {
    Versioned<WorkOrder> order = consumed(released(10), List.of(wheels(12))).order();
    revalue(order, MoveReason.CONSUMPTION, "60");
    assertThat(stock.charges()).isEmpty();
    int told = orders.told().size();
    revalue(order, MoveReason.COMPLETION, "60");
    assertThat(orders.told()).hasSize(told);
  }

  private void revalue(Versioned<WorkOrder> order, MoveReason reason, String more) {
    DocumentRef ref = WorkOrder.KIND.ref(order.document().number());
    GoodsMoved moved = TestingStock.revalued(COMPANY, reason, ref, WHEEL, euros(more));
    new WhenMaterialsRevalued(orders, stock, costs)
        .handle(List.of(new Recorded<>(new UUID(0, 1), moved)));
  }

  private Versioned<WorkOrder> released(int quantity) {
    return release.release(
        COMPANY, wanted(BIKE, quantity, Optional.empty(), Optional.empty()), NOW);
  }

  private WorkOrder release(Optional<LocalDate> due, Optional<Integer> leadTimeDays) {
    return release.release(COMPANY, wanted(BIKE, 1, due, leadTimeDays), NOW).document();
  }

  private static Production.Wanted wanted(
      ItemCode item, int quantity, Optional<LocalDate> due, Optional<Integer> leadTimeDays) {
    return new Production.Wanted(
        item,
        Quantity.of(quantity),
        due,
        leadTimeDays,
        Optional.of(new Demand("sales-order", "SO-1")));
  }

  private ConsumeMaterials.Booked consumed(
      Versioned<WorkOrder> order, List<ConsumeMaterials.Line> lines) {
    return consume.consume(
        order, new ConsumeMaterials.Taken(Optional.empty(), lines, OthersGoods.LEFT), NOW);
  }

  private CompleteWorkOrder.Booked completed(Versioned<WorkOrder> order, Optional<Integer> made) {
    return complete.complete(
        order, new CompleteWorkOrder.Made(made.map(Quantity::of), Optional.empty()), NOW);
  }

  private static List<String> planned(Versioned<WorkOrder> order) {
    return PlanWork.of(WorkOrder.KIND.head(order, NOW), order.document()).lines().stream()
        .map(line -> line.item() + " " + line.quantity())
        .toList();
  }

  private static ConsumeMaterials.Line wheels(int quantity) {
    return new ConsumeMaterials.Line(WHEEL, Quantity.of(quantity));
  }

  private static Money euros(String amount) {
    return Money.of(amount, "EUR");
  }

  private static void refused(ThrowingCallable act, String words) {
    assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessageContaining(words);
  }
}
