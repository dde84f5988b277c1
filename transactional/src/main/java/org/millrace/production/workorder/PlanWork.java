package org.millrace.production.workorder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millrace.production.WorkOrder;
import org.millrace.production.WorkStatus;
import org.millrace.shared.EventHead;
import org.millrace.stock.LocationCode;
import org.millrace.stock.PlannedGoods;

/** Says what a work order takes of its materials, from its release on, and still yields. */
final class PlanWork {
  private PlanWork() {}

  static PlannedGoods of(EventHead head, WorkOrder order) {
    List<PlannedGoods.Line> lines = new ArrayList<>();
    if (order.status() == WorkStatus.RELEASED) {
      lines.add(
          new PlannedGoods.Line(
              order.item(),
              LocationCode.MAIN,
              order.quantity().minus(order.completedQuantity()),
              Optional.of(order.dueDate())));
      order.materials().stream()
          .filter(material -> material.outstandingQuantity().isPositive())
          .forEach(
              material ->
                  lines.add(
                      new PlannedGoods.Line(
                          material.item(),
                          LocationCode.MAIN,
                          material.outstandingQuantity().negated())));
    }
    return new PlannedGoods(
        WorkOrder.KIND.ref(order.number()),
        head.occurredAt(),
        Optional.of(order.releasedOn()),
        lines);
  }
}
