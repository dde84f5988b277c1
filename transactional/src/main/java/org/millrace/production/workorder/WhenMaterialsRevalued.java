package org.millrace.production.workorder;

import java.util.List;
import org.millrace.outbox.EventHandler;
import org.millrace.outbox.Events;
import org.millrace.outbox.Recorded;
import org.millrace.production.CostCorrection;
import org.millrace.production.MaterialCostCorrected;
import org.millrace.production.WorkOrderNumber;
import org.millrace.shared.Money;
import org.millrace.stock.CostCharge;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.MoveReason;
import org.millrace.stock.Stock;

/** Passes what materials turned out to cost on to the goods that were made of them. */
final class WhenMaterialsRevalued implements EventHandler<GoodsMoved> {
  private final WorkOrders orders;
  private final Stock stock;
  private final Events events;

  WhenMaterialsRevalued(WorkOrders orders, Stock stock, Events events) {
    this.orders = orders;
    this.stock = stock;
    this.events = events;
  }

  @Override
  public Class<GoodsMoved> type() {
    return GoodsMoved.class;
  }

  @Override
  public void handle(List<Recorded<GoodsMoved>> recorded) {
    recorded.stream()
        .map(Recorded::event)
        .filter(moved -> moved.reason() == MoveReason.CONSUMPTION && moved.isCorrection())
        .forEach(this::correct);
  }

  private void correct(GoodsMoved moved) {
    WorkOrderNumber number = new WorkOrderNumber(moved.document().number());
    KeptWorkOrder kept = orders.named(moved.head().company(), number);
    Money more = moved.value().negated();
    CostCorrection correction =
        new CostCorrection(moved.date().orElseThrow(), more, kept.order().completedShareOf(more));
    KeptWorkOrder next = kept.next(kept.order().corrected(correction));
    orders.change(next);
    events.publish(
        List.of(
            new MaterialCostCorrected(
                next.head(moved.head().occurredAt()), next.order(), correction)));
    if (!correction.completedCost().isZero()) {
      stock.charge(
          kept.company(),
          new CostCharge(kept.document(), kept.order().item(), correction.completedCost()));
    }
  }
}
