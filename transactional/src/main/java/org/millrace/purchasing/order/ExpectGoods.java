package org.millrace.purchasing.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.millrace.item.ItemCode;
import org.millrace.outbox.EventHandler;
import org.millrace.outbox.Recorded;
import org.millrace.purchasing.OrderStatus;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;
import org.millrace.stock.PlannedGoods;
import org.millrace.stock.Stock;

/** After an act that changes it, expects what of an order has not arrived. */
record ExpectGoods<E extends DomainEvent>(
    Class<E> type, Function<E, PurchaseOrder> order, Stock stock) implements EventHandler<E> {
  static DocumentRef paper(PurchaseOrder order) {
    return new DocumentRef("purchasing", "order", order.number().value());
  }

  @Override
  public void handle(List<Recorded<E>> events) {
    Map<CompanyCode, List<PlannedGoods>> planned = new LinkedHashMap<>();
    for (Recorded<E> recorded : events) {
      EventHead head = recorded.event().head();
      planned
          .computeIfAbsent(head.company(), company -> new ArrayList<>())
          .add(expected(head, order.apply(recorded.event())));
    }
    planned.forEach(stock::plan);
  }

  private static PlannedGoods expected(EventHead head, PurchaseOrder order) {
    Map<ItemCode, Quantity> outstanding = new TreeMap<>();
    if (order.status() == OrderStatus.OPEN) {
      order.lines().stream()
          .filter(line -> line.outstandingQuantity().isPositive())
          .forEach(
              line -> outstanding.merge(line.item(), line.outstandingQuantity(), Quantity::plus));
    }
    return new PlannedGoods(
        paper(order),
        head.occurredAt(),
        Optional.empty(),
        outstanding.entrySet().stream()
            .map(e -> new PlannedGoods.Line(e.getKey(), LocationCode.MAIN, e.getValue()))
            .toList());
  }
}
