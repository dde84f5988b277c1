package org.millrace.purchasing.order;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.millrace.item.ItemCode;
import org.millrace.purchasing.OrderStatus;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.EventHead;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;
import org.millrace.stock.PlannedGoods;

/** Says what of an order has not arrived, and for which day the supplier promises it. */
final class ExpectGoods {
  private ExpectGoods() {}

  static DocumentRef document(PurchaseOrder order) {
    return new DocumentRef("purchasing", "order", order.number().value());
  }

  static Optional<PlannedGoods> of(EventHead head, PurchaseOrder order) {
    Map<ItemCode, Quantity> outstanding = new TreeMap<>();
    if (order.status() == OrderStatus.OPEN) {
      order.lines().stream()
          .filter(line -> line.outstandingQuantity().isPositive())
          .forEach(
              line -> outstanding.merge(line.item(), line.outstandingQuantity(), Quantity::plus));
    }
    return Optional.of(
        new PlannedGoods(
            document(order),
            head.occurredAt(),
            Optional.of(order.promisedDate()),
            outstanding.entrySet().stream()
                .map(e -> new PlannedGoods.Line(e.getKey(), LocationCode.MAIN, e.getValue()))
                .toList()));
  }
}
