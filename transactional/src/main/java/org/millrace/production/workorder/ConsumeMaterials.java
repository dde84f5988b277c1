package org.millrace.production.workorder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumbers;
import org.millrace.item.ItemCode;
import org.millrace.party.Companies;
import org.millrace.production.Consumption;
import org.millrace.production.MaterialsConsumed;
import org.millrace.production.WorkOrder;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;
import org.millrace.stock.MoveReason;
import org.millrace.stock.Stock;

/** Takes materials out of stock for a work order, at moving average. */
final class ConsumeMaterials {
  private final Companies companies;
  private final Documents<WorkOrder> orders;
  private final DocumentNumbers numbers;
  private final Stock stock;

  ConsumeMaterials(
      Companies companies, Documents<WorkOrder> orders, DocumentNumbers numbers, Stock stock) {
    this.companies = companies;
    this.orders = orders;
    this.numbers = numbers;
    this.stock = stock;
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
  record Line(ItemCode item, Quantity quantity, Optional<LotCode> lot) {
    /** Of no lot. */
    Line(ItemCode item, Quantity quantity) {
      this(item, quantity, Optional.empty());
    }
  }

  /** The order as it is now, and what was booked. */
  record Booked(Versioned<WorkOrder> order, Consumption consumption) {}

  Booked consume(Versioned<WorkOrder> before, Taken taken, Instant occurredAt) {
    CompanyCode company = before.company();
    WorkOrder order = before.document();
    Map<ItemCode, Quantity> quantities = quantities(order, taken.lines());
    order.requireConsumable(quantities);
    GoodsMoved moved =
        stock.move(company, List.of(move(order, taken, quantities, occurredAt))).get(0);
    LocalDate day = companies.dayOf(company, occurredAt);
    Consumption consumption =
        new Consumption(
            numbers.take(company, Consumption.KIND, day, 1).get(0),
            day,
            moved.lines().stream()
                .map(
                    l ->
                        new Consumption.Line(l.item(), l.quantity().negated(), l.value().negated()))
                .toList(),
            moved.value().negated());
    // Goods that left late change what the order took after them: it is read as it is now.
    Versioned<WorkOrder> now = orders.named(company, order.number());
    Versioned<WorkOrder> after =
        orders.change(
            now,
            now.document().consumed(quantities, consumption.cost()),
            occurredAt,
            (head, changed) -> new MaterialsConsumed(head, changed, consumption));
    return new Booked(after, consumption);
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

  /** One line a material, or as they are named where lots are. */
  private static List<Line> lines(Map<ItemCode, Quantity> quantities, List<Line> named) {
    return named.stream().anyMatch(line -> line.lot().isPresent())
        ? named
        : quantities.entrySet().stream().map(e -> new Line(e.getKey(), e.getValue())).toList();
  }

  private static GoodsMove move(
      WorkOrder order, Taken taken, Map<ItemCode, Quantity> quantities, Instant occurredAt) {
    LocationCode location = taken.location().orElse(LocationCode.MAIN);
    return new GoodsMove(
            MoveReason.CONSUMPTION,
            WorkOrder.KIND.ref(order.number()),
            occurredAt,
            lines(quantities, taken.lines()).stream()
                .map(
                    line ->
                        new GoodsMove.Line(
                                line.item(), location, line.quantity().negated(), Optional.empty())
                            .of(line.lot()))
                .toList())
        .fulfilling(WorkOrder.KIND.ref(order.number()), taken.othersGoods());
  }
}
