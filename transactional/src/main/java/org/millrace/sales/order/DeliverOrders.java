package org.millrace.sales.order;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.millrace.item.ItemKind;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.sales.Delivery;
import org.millrace.sales.OrderDelivered;
import org.millrace.sales.SalesOrder;
import org.millrace.sales.number.PaperNumbers;
import org.millrace.sales.number.PaperNumbers.Series;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.LocationCode;
import org.millrace.stock.MoveReason;
import org.millrace.stock.Stock;

/** Delivers orders in whole or in part: the goods leave the stock at moving average. */
final class DeliverOrders {
  private final Companies companies;
  private final Orders orders;
  private final PaperNumbers numbers;
  private final Stock stock;
  private final Events events;

  DeliverOrders(
      Companies companies, Orders orders, PaperNumbers numbers, Stock stock, Events events) {
    this.companies = companies;
    this.orders = orders;
    this.numbers = numbers;
    this.stock = stock;
    this.events = events;
  }

  /**
   * What one delivery takes: quantities by line of the order, all that is left when empty; and
   * whether it may take what is reserved for others.
   */
  record Wanted(
      KeptOrder order,
      Map<Integer, Quantity> quantities,
      Instant occurredAt,
      GoodsMove.OthersGoods othersGoods) {
    Wanted {
      if (quantities.isEmpty()) {
        Map<Integer, Quantity> left = new TreeMap<>();
        order.order().lines().stream()
            .filter(line -> line.outstandingQuantity().isPositive())
            .forEach(line -> left.put(line.line(), line.outstandingQuantity()));
        quantities = left;
      }
      quantities = new TreeMap<>(quantities);
    }
  }

  /** Delivers held orders; the results are parallel to what was wanted. */
  List<OrderDelivered> deliver(CompanyCode company, List<Wanted> wanted) {
    wanted.forEach(w -> w.order().order().requireDeliverable(w.quantities()));
    List<String> taken = numbers.take(company, Series.DELIVERY, wanted.size());
    List<OrderDelivered> delivered = new java.util.ArrayList<>(wanted.size());
    List<KeptOrder> changed = new java.util.ArrayList<>(wanted.size());
    for (Wanted one : wanted) {
      SalesOrder order = one.order().order();
      Delivery delivery = delivery(company, taken.get(delivered.size()), one);
      Map<Integer, Money> costs = moveOut(company, one, delivery);
      KeptOrder now = asItIs(company, one.order());
      KeptOrder after = now.next(now.order().delivered(one.quantities(), costs));
      orders.addDelivery(company, order.number(), delivery, costs);
      changed.add(after);
      delivered.add(
          new OrderDelivered(after.head(company, one.occurredAt()), after.order(), delivery));
    }
    orders.change(company, changed);
    events.publish(delivered);
    return delivered;
  }

  /** A delivery that is told late changes what earlier ones of the same order cost. */
  private KeptOrder asItIs(CompanyCode company, KeptOrder held) {
    boolean delivered =
        held.order().lines().stream().anyMatch(line -> line.deliveredQuantity().isPositive());
    return delivered ? orders.named(company, held.order().number()) : held;
  }

  private Delivery delivery(CompanyCode company, String number, Wanted wanted) {
    List<Delivery.Line> lines =
        wanted.order().order().lines().stream()
            .filter(line -> wanted.quantities().containsKey(line.line()))
            .map(l -> new Delivery.Line(l.line(), l.item(), wanted.quantities().get(l.line())))
            .toList();
    return new Delivery(number, companies.dayOf(company, wanted.occurredAt()), lines);
  }

  private Map<Integer, Money> moveOut(CompanyCode company, Wanted wanted, Delivery delivery) {
    SalesOrder order = wanted.order().order();
    Map<Integer, Money> costs = new HashMap<>();
    delivery.lines().forEach(line -> costs.put(line.line(), Money.zero(order.currency())));
    List<Delivery.Line> goods =
        delivery.lines().stream().filter(line -> isStocked(order, line)).toList();
    if (goods.isEmpty()) {
      return costs;
    }
    GoodsMove move =
        new GoodsMove(
            MoveReason.ISSUE,
            new DocumentRef("sales", "delivery", delivery.number()),
            wanted.occurredAt(),
            goods.stream()
                .map(
                    l ->
                        new GoodsMove.Line(
                            l.item(), LocationCode.MAIN, l.quantity().negated(), Optional.empty()))
                .toList());
    GoodsMove delivered = move.fulfilling(ReserveGoods.paper(order), wanted.othersGoods());
    List<GoodsMoved.Line> moved = stock.move(company, List.of(delivered)).get(0).lines();
    for (int i = 0; i < goods.size(); i++) {
      costs.put(goods.get(i).line(), moved.get(i).value().negated());
    }
    return costs;
  }

  private static boolean isStocked(SalesOrder order, Delivery.Line line) {
    return order.lines().stream()
        .anyMatch(l -> l.line() == line.line() && l.itemKind() == ItemKind.STOCKED);
  }
}
