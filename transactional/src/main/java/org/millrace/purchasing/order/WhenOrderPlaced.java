package org.millrace.purchasing.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millrace.outbox.EventHandler;
import org.millrace.outbox.Recorded;
import org.millrace.purchasing.OrderPlaced;
import org.millrace.shared.CompanyCode;
import org.millrace.stock.PlannedGoods;
import org.millrace.stock.Stock;

/** Expects what was ordered. */
final class WhenOrderPlaced implements EventHandler<OrderPlaced> {
  private final Stock stock;

  WhenOrderPlaced(Stock stock) {
    this.stock = stock;
  }

  @Override
  public Class<OrderPlaced> type() {
    return OrderPlaced.class;
  }

  @Override
  public void handle(List<Recorded<OrderPlaced>> events) {
    Map<CompanyCode, List<PlannedGoods>> planned = new LinkedHashMap<>();
    for (Recorded<OrderPlaced> recorded : events) {
      OrderPlaced event = recorded.event();
      planned
          .computeIfAbsent(event.head().company(), company -> new ArrayList<>())
          .add(ExpectGoods.of(event.head(), event.order()));
    }
    planned.forEach(stock::plan);
  }
}
