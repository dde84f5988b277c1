package org.millrace.sales.order;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.millrace.item.ItemCode;
import org.millrace.item.ItemKind;
import org.millrace.sales.OrderStatus;
import org.millrace.sales.SalesOrder;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.EventHead;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;
import org.millrace.stock.Outlook;
import org.millrace.stock.PlannedGoods;

/**
 * Says what an order still takes from stock, on the day the customer wants it, else at once; that
 * is reserved as far as it is there.
 */
final class ReserveGoods {
  private ReserveGoods() {}

  static DocumentRef document(SalesOrder order) {
    return SalesOrder.KIND.ref(order.number());
  }

  /** Where the order stands among those that want goods. */
  static Outlook.Moved moved(SalesOrder order) {
    return new Outlook.Moved(document(order), wantedOn(order), order.priority());
  }

  private static LocalDate wantedOn(SalesOrder order) {
    return order.requestedDate().orElse(order.orderDate());
  }

  static PlannedGoods of(EventHead head, SalesOrder order) {
    Map<ItemCode, Quantity> outstanding = new TreeMap<>();
    if (order.status() == OrderStatus.OPEN) {
      order.lines().stream()
          .filter(line -> line.itemKind() == ItemKind.STOCKED)
          .filter(line -> line.outstandingQuantity().isPositive())
          .forEach(
              line -> outstanding.merge(line.item(), line.outstandingQuantity(), Quantity::plus));
    }
    LocationCode location = order.location().orElse(LocationCode.MAIN);
    return new PlannedGoods(
        document(order),
        head.occurredAt(),
        Optional.of(wantedOn(order)),
        order.priority(),
        outstanding.entrySet().stream()
            .map(e -> new PlannedGoods.Line(e.getKey(), location, e.getValue().negated()))
            .toList());
  }
}
