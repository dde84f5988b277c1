package org.millrace.sales.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millrace.outbox.EventHandler;
import org.millrace.outbox.Recorded;
import org.millrace.sales.OrderCancelled;
import org.millrace.shared.CompanyCode;
import org.millrace.stock.PlannedGoods;
import org.millrace.stock.Stock;

/** Gives back what was reserved for an order. */
final class WhenOrderCancelled implements EventHandler<OrderCancelled> {
  private final Stock stock;

  WhenOrderCancelled(Stock stock) {
    this.stock = stock;
  }

  @Override
  public Class<OrderCancelled> type() {
    return OrderCancelled.class;
  }

  @Override
  public void handle(List<Recorded<OrderCancelled>> events) {
    Map<CompanyCode, List<PlannedGoods>> planned = new LinkedHashMap<>();
    for (Recorded<OrderCancelled> recorded : events) {
      OrderCancelled event = recorded.event();
      planned
          .computeIfAbsent(event.head().company(), company -> new ArrayList<>())
          .add(ReserveGoods.of(event.head(), event.order()));
    }
    planned.forEach(stock::plan);
  }
}
