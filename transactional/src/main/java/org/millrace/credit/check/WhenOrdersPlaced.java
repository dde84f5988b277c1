package org.millrace.credit.check;

import java.util.List;
import org.millrace.outbox.EventHandler;
import org.millrace.outbox.Recorded;
import org.millrace.sales.OrderPlaced;

/** Checks orders when they are placed. */
final class WhenOrdersPlaced implements EventHandler<OrderPlaced> {
  private final CheckOrders check;

  WhenOrdersPlaced(CheckOrders check) {
    this.check = check;
  }

  @Override
  public Class<OrderPlaced> type() {
    return OrderPlaced.class;
  }

  @Override
  public void handle(List<Recorded<OrderPlaced>> events) {
    check.placed(events.stream().map(Recorded::event).toList());
  }
}
