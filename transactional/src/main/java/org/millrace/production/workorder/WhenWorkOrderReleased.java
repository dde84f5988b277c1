package org.millrace.production.workorder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millrace.outbox.EventHandler;
import org.millrace.outbox.Recorded;
import org.millrace.production.WorkOrderReleased;
import org.millrace.shared.CompanyCode;
import org.millrace.stock.PlannedGoods;
import org.millrace.stock.Stock;

/** Reserves the materials of a work order and expects its goods. */
final class WhenWorkOrderReleased implements EventHandler<WorkOrderReleased> {
  private final Stock stock;

  WhenWorkOrderReleased(Stock stock) {
    this.stock = stock;
  }

  @Override
  public Class<WorkOrderReleased> type() {
    return WorkOrderReleased.class;
  }

  @Override
  public void handle(List<Recorded<WorkOrderReleased>> events) {
    Map<CompanyCode, List<PlannedGoods>> planned = new LinkedHashMap<>();
    for (Recorded<WorkOrderReleased> recorded : events) {
      WorkOrderReleased event = recorded.event();
      planned
          .computeIfAbsent(event.head().company(), company -> new ArrayList<>())
          .add(PlanWork.of(event.head(), event.workOrder()));
    }
    planned.forEach(stock::plan);
  }
}
