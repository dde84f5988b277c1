package org.millrace.sales.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.millrace.outbox.EventHandler;
import org.millrace.outbox.Recorded;
import org.millrace.sales.SalesOrder;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DomainEvent;
import org.millrace.stock.PlannedGoods;
import org.millrace.stock.Stock;

/**
 * Reserves what an order still takes, as far as it is there, and gives back what it no longer does;
 * goods go to who wants them first.
 *
 * @param <E> the event, which tells the order as it is then
 */
final class WhenOrderChanges<E extends DomainEvent> implements EventHandler<E> {
  private final Class<E> type;
  private final Function<E, SalesOrder> order;
  private final Stock stock;

  WhenOrderChanges(Class<E> type, Function<E, SalesOrder> order, Stock stock) {
    this.type = type;
    this.order = order;
    this.stock = stock;
  }

  @Override
  public Class<E> type() {
    return type;
  }

  @Override
  public void handle(List<Recorded<E>> events) {
    Map<CompanyCode, List<PlannedGoods>> planned = new LinkedHashMap<>();
    for (Recorded<E> recorded : events) {
      E event = recorded.event();
      planned
          .computeIfAbsent(event.head().company(), company -> new ArrayList<>())
          .add(ReserveGoods.of(event.head(), order.apply(event)));
    }
    planned.forEach(stock::plan);
  }
}
