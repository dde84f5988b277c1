package org.millrace.credit.check;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.millrace.outbox.EventHandler;
import org.millrace.outbox.Recorded;
import org.millrace.sales.SalesOrder;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;

/**
 * Checks orders as sales tells of them.
 *
 * @param <E> the event, which tells the order as it is then
 */
final class WhenOrderMoves<E extends DomainEvent> implements EventHandler<E> {
  private final Class<E> type;
  private final Function<E, SalesOrder> order;
  private final BiConsumer<EventHead, SalesOrder> check;

  WhenOrderMoves(
      Class<E> type, Function<E, SalesOrder> order, BiConsumer<EventHead, SalesOrder> check) {
    this.type = type;
    this.order = order;
    this.check = check;
  }

  @Override
  public Class<E> type() {
    return type;
  }

  @Override
  public void handle(List<Recorded<E>> events) {
    for (Recorded<E> recorded : events) {
      check.accept(recorded.event().head(), order.apply(recorded.event()));
    }
  }
}
