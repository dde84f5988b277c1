package org.millrace.production.workorder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millrace.outbox.EventHandler;
import org.millrace.outbox.Recorded;
import org.millrace.production.WorkOrderCompleted;
import org.millrace.production.WorkStatus;
import org.millrace.shared.CompanyCode;
import org.millrace.stock.PlannedGoods;
import org.millrace.stock.Stock;

/** Gives back what a work order did not need in the end. */
final class WhenWorkOrderCompleted implements EventHandler<WorkOrderCompleted> {
  private final Stock stock;

  WhenWorkOrderCompleted(Stock stock) {
    this.stock = stock;
  }

  @Override
  public Class<WorkOrderCompleted> type() {
    return WorkOrderCompleted.class;
  }

  @Override
  public void handle(List<Recorded<WorkOrderCompleted>> events) {
    Map<CompanyCode, List<PlannedGoods>> planned = new LinkedHashMap<>();
    for (Recorded<WorkOrderCompleted> recorded : events) {
      WorkOrderCompleted event = recorded.event();
      if (event.workOrder().status() == WorkStatus.COMPLETED) {
        planned
            .computeIfAbsent(event.head().company(), company -> new ArrayList<>())
            .add(PlanWork.of(event.head(), event.workOrder()));
      }
    }
    planned.forEach(stock::plan);
  }
}
