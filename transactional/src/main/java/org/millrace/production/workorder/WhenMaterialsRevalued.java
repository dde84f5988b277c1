package org.millrace.production.workorder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.outbox.EventHandler;
import org.millrace.outbox.Recorded;
import org.millrace.production.CostCorrection;
import org.millrace.production.CostPosting;
import org.millrace.production.MaterialCostCorrected;
import org.millrace.production.WorkOrder;
import org.millrace.production.WorkOrderNumber;
import org.millrace.production.WorkStatus;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.stock.CostCharge;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.MoveReason;
import org.millrace.stock.Stock;

/** Passes what materials turned out to cost on to the goods that were made of them. */
final class WhenMaterialsRevalued implements EventHandler<GoodsMoved> {
  private final Documents<WorkOrder> orders;
  private final Stock stock;
  private final BookCosts costs;

  WhenMaterialsRevalued(Documents<WorkOrder> orders, Stock stock, BookCosts costs) {
    this.orders = orders;
    this.stock = stock;
    this.costs = costs;
  }

  @Override
  public Class<GoodsMoved> type() {
    return GoodsMoved.class;
  }

  @Override
  public void handle(List<Recorded<GoodsMoved>> recorded) {
    recorded.stream()
        .map(Recorded::event)
        .filter(WhenMaterialsRevalued::isOfWorkOrder)
        .forEach(this::correct);
  }

  private static boolean isOfWorkOrder(GoodsMoved moved) {
    return moved.reason() == MoveReason.CONSUMPTION
        && moved.document().domain().equals("production")
        && moved.document().type().equals("work-order")
        && moved.isCorrection();
  }

  private void correct(GoodsMoved moved) {
    CompanyCode company = moved.head().company();
    WorkOrderNumber number = new WorkOrderNumber(moved.document().number());
    Versioned<WorkOrder> before = orders.lock(company, List.of(number)).get(0);
    WorkOrder order = before.document();
    Money more = moved.value().negated();
    if (order.actuals().closedOn().isPresent() || order.status() == WorkStatus.CANCELLED) {
      correctClosed(before, more, moved);
      return;
    }
    CostCorrection correction =
        new CostCorrection(moved.date().orElseThrow(), more, order.completedShareOf(more));
    orders.change(
        before,
        order.corrected(correction),
        moved.head().occurredAt(),
        (head, after) -> new MaterialCostCorrected(head, after, correction));
    if (!correction.completedCost().isZero()) {
      stock.charge(
          company,
          List.of(
              CostCharge.ofItself(
                  WorkOrder.KIND.ref(number),
                  order.item(),
                  correction.completedCost(),
                  moved.head().occurredAt())));
    }
  }

  /** All goods of a closed order, and what is an expense, have their share of it. */
  private void correctClosed(Versioned<WorkOrder> before, Money more, GoodsMoved moved) {
    WorkOrder order = before.document();
    Instant when = moved.head().occurredAt();
    LocalDate day = moved.date().orElseThrow();
    Money none = Money.zero(order.currency());
    WorkOrder dearer = order.corrected(new CostCorrection(day, more, none));
    Settlement settlement = Settlement.of(dearer);
    CostCorrection correction = new CostCorrection(day, more, settlement.goodsCost());
    Versioned<WorkOrder> after =
        orders.change(
            before,
            BookCosts.settled(dearer, settlement, day),
            when,
            (head, told) -> new MaterialCostCorrected(head, told, correction));
    if (!settlement.lossCost().isZero()) {
      CostPosting posting =
          costs.plain(after, CostPosting.Kind.CORRECTION, settlement.lossCost(), when);
      costs.posted(after, after.document(), posting, when);
    }
    costs.charge(moved.head().company(), order, settlement, when);
  }
}
