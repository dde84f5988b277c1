package org.millrace.sales.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millrace.outbox.EventHandler;
import org.millrace.outbox.Recorded;
import org.millrace.shared.CompanyCode;
import org.millrace.stock.PlannedGoods;
import org.millrace.stock.Stock;

/** Reserves what an order is to deliver again. */
final class WhenOrderReopened implements EventHandler<OrderReopened> {
  private final Stock stock;

  WhenOrderReopened(Stock stock) {
    this.stock = stock;
  }

  @Override
  public Class<OrderReopened> type() {
    return OrderReopened.class;
  }

  @Override
  public void handle(List<Recorded<OrderReopened>> events) {
    Map<CompanyCode, List<PlannedGoods>> planned = new LinkedHashMap<>();
    for (Recorded<OrderReopened> recorded : events) {
      OrderReopened event = recorded.event();
      planned
          .computeIfAbsent(event.head().company(), company -> new ArrayList<>())
          .add(ReserveGoods.of(event.head(), event.order()));
    }
    planned.forEach(stock::plan);
  }
}
