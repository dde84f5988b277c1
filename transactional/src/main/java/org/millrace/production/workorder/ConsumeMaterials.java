package org.millrace.production.workorder;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.production.Consumption;
import org.millrace.production.MaterialsConsumed;
import org.millrace.production.WorkOrder;
import org.millrace.shared.Quantity;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.LocationCode;
import org.millrace.stock.MoveReason;
import org.millrace.stock.Stock;

/** Takes materials out of stock for a work order, at moving average. */
final class ConsumeMaterials {
  private final Companies companies;
  private final WorkOrders orders;
  private final Stock stock;
  private final Events events;

  ConsumeMaterials(Companies companies, WorkOrders orders, Stock stock, Events events) {
    this.companies = companies;
    this.orders = orders;
    this.stock = stock;
    this.events = events;
  }

  /**
   * What is taken from where, without lines all that is still needed; and whether it may take what
   * is reserved for others.
   */
  record Taken(
      Optional<LocationCode> location, List<Line> lines, GoodsMove.OthersGoods othersGoods) {
    Taken {
      lines = List.copyOf(lines);
    }
  }

  /** How much of one material is taken. */
  record Line(ItemCode item, Quantity quantity) {}

  /** The order as it is now, and what was booked. */
  record Booked(KeptWorkOrder kept, Consumption consumption) {}

  Booked consumed(KeptWorkOrder kept, Taken taken, Instant occurredAt) {
    Map<ItemCode, Quantity> quantities = quantities(kept.order(), taken.lines());
    kept.order().requireConsumable(quantities);
    GoodsMoved moved =
        stock.move(kept.company(), List.of(move(kept, taken, quantities, occurredAt))).get(0);
    Consumption consumption =
        new Consumption(
            orders.nextConsumptionNumber(),
            companies.dayOf(kept.company(), occurredAt),
            moved.lines().stream()
                .map(
                    l ->
                        new Consumption.Line(l.item(), l.quantity().negated(), l.value().negated()))
                .toList(),
            moved.value().negated());
    // Goods that left late change what the order took after them: it is read as it is now.
    KeptWorkOrder now = orders.named(kept.company(), kept.order().number());
    KeptWorkOrder next = now.next(now.order().consumed(quantities, consumption.cost()));
    orders.change(next);
    events.publish(
        List.of(new MaterialsConsumed(next.head(occurredAt), next.order(), consumption)));
    return new Booked(next, consumption);
  }

  private static Map<ItemCode, Quantity> quantities(WorkOrder order, List<Line> lines) {
    Map<ItemCode, Quantity> quantities = new LinkedHashMap<>();
    if (lines.isEmpty()) {
      order.materials().stream()
          .filter(m -> m.outstandingQuantity().isPositive())
          .forEach(m -> quantities.put(m.item(), m.outstandingQuantity()));
    }
    lines.forEach(l -> quantities.merge(l.item(), l.quantity(), Quantity::plus));
    return quantities;
  }

  private static GoodsMove move(
      KeptWorkOrder kept, Taken taken, Map<ItemCode, Quantity> quantities, Instant occurredAt) {
    LocationCode location = taken.location().orElse(LocationCode.MAIN);
    return new GoodsMove(
            MoveReason.CONSUMPTION,
            kept.document(),
            occurredAt,
            quantities.entrySet().stream()
                .map(
                    e ->
                        new GoodsMove.Line(
                            e.getKey(), location, e.getValue().negated(), Optional.empty()))
                .toList())
        .fulfilling(kept.document(), taken.othersGoods());
  }
}
