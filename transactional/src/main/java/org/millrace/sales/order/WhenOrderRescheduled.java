package org.millrace.sales.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millrace.outbox.EventHandler;
import org.millrace.outbox.Recorded;
import org.millrace.sales.OrderRescheduled;
import org.millrace.shared.CompanyCode;
import org.millrace.stock.PlannedGoods;
import org.millrace.stock.Stock;

/** Lets goods go to who wants them first now that an order is wanted on another day. */
final class WhenOrderRescheduled implements EventHandler<OrderRescheduled> {
  private final Stock stock;

  WhenOrderRescheduled(Stock stock) {
    this.stock = stock;
  }

  @Override
  public Class<OrderRescheduled> type() {
    return OrderRescheduled.class;
  }

  @Override
  public void handle(List<Recorded<OrderRescheduled>> events) {
    Map<CompanyCode, List<PlannedGoods>> planned = new LinkedHashMap<>();
    for (Recorded<OrderRescheduled> recorded : events) {
      OrderRescheduled event = recorded.event();
      planned
          .computeIfAbsent(event.head().company(), company -> new ArrayList<>())
          .add(ReserveGoods.of(event.head(), event.order()));
    }
    planned.forEach(stock::plan);
  }
}
