package org.millrace.purchasing.order;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.millrace.item.ItemCode;
import org.millrace.purchasing.OrderStatus;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.EventHead;
import org.millrace.stock.LocationCode;
import org.millrace.stock.PlannedGoods;

/**
 * Says what of an order has not arrived, and for which day the supplier promises it: of lines of
 * one item the last one, so that nobody counts on goods before all of them are there.
 */
final class ExpectGoods {
  private ExpectGoods() {}

  static DocumentRef document(PurchaseOrder order) {
    return new DocumentRef("purchasing", "order", order.number().value());
  }

  static Optional<PlannedGoods> of(EventHead head, PurchaseOrder order) {
    Map<ItemCode, PlannedGoods.Line> outstanding = new TreeMap<>();
    if (order.status() == OrderStatus.OPEN) {
      order.lines().stream()
          .filter(line -> line.isStocked() && line.outstandingQuantity().isPositive())
          .map(line -> expected(line, order.promisedFor(line)))
          .forEach(line -> outstanding.merge(line.item(), line, ExpectGoods::both));
    }
    return Optional.of(
        new PlannedGoods(
            document(order),
            head.occurredAt(),
            Optional.of(order.promisedDate()),
            List.copyOf(outstanding.values())));
  }

  private static PlannedGoods.Line expected(PurchaseOrder.Line line, LocalDate day) {
    return new PlannedGoods.Line(
        line.item(), LocationCode.MAIN, line.outstandingQuantity(), Optional.of(day));
  }

  private static PlannedGoods.Line both(PlannedGoods.Line one, PlannedGoods.Line other) {
    return new PlannedGoods.Line(
        one.item(),
        one.location(),
        one.quantity().plus(other.quantity()),
        Stream.concat(one.day().stream(), other.day().stream()).max(LocalDate::compareTo));
  }
}
