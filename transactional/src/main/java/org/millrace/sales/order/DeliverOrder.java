package org.millrace.sales.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.ItemKind;
import org.millrace.party.Companies;
import org.millrace.sales.Delivery;
import org.millrace.sales.OrderDelivered;
import org.millrace.sales.SalesOrder;
import org.millrace.sales.delivery.DeliveredGoods;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotShares;
import org.millrace.stock.MoveReason;
import org.millrace.stock.Stock;

/** Delivers an order in whole or in part: the goods leave the stock at moving average. */
public final class DeliverOrder {
  private final Companies companies;
  private final Documents<SalesOrder> orders;
  private final Documents<DeliveredGoods> numbers;
  private final Deliveries deliveries;
  private final Stock stock;
  private final PromiseLines promise;

  DeliverOrder(
      Companies companies,
      Documents<SalesOrder> orders,
      Documents<DeliveredGoods> numbers,
      Deliveries deliveries,
      Stock stock,
      PromiseLines promise) {
    this.companies = companies;
    this.orders = orders;
    this.numbers = numbers;
    this.deliveries = deliveries;
    this.stock = stock;
    this.promise = promise;
  }

  /**
   * Quantities and lots by line, all that is left when empty; from where when not from the location
   * of the order, and others' goods too? The posting date is that of what is told late for a closed
   * month.
   */
  public record Wanted(
      Map<Integer, Quantity> quantities,
      LotShares lots,
      Optional<LocationCode> location,
      GoodsMove.OthersGoods othersGoods,
      Optional<LocalDate> postingDate) {
    private Map<Integer, Quantity> of(SalesOrder order) {
      Map<Integer, Quantity> wanted = new TreeMap<>(quantities);
      if (wanted.isEmpty()) {
        order.lines().stream()
            .filter(line -> line.outstandingQuantity().isPositive())
            .forEach(line -> wanted.put(line.line(), line.outstandingQuantity()));
      }
      return wanted;
    }
  }

  /** Delivers an order that is locked. */
  public OrderDelivered deliver(Versioned<SalesOrder> before, Wanted wanted, Instant occurredAt) {
    CompanyCode company = before.company();
    SalesOrder order = before.document();
    Map<Integer, Quantity> quantities = wanted.of(order);
    order.requireDeliverable(quantities);
    LocalDate day = companies.dayOf(company, occurredAt);
    String number = numbers.nextNumber(company, day);
    Delivery delivery = new Delivery(number, day, lines(order, quantities));
    Map<Integer, Money> costs = moveOut(company, new Leaving(order, delivery, occurredAt, wanted));
    deliveries.add(company, order.number(), delivery, costs);
    Versioned<SalesOrder> now = asItIs(before);
    SalesOrder after =
        promise.some(
            company,
            now.document().delivered(quantities, costs),
            day,
            line -> quantities.containsKey(line.line()));
    Versioned<SalesOrder> changed =
        orders.change(
            now, after, occurredAt, (head, told) -> new OrderDelivered(head, told, delivery));
    return new OrderDelivered(SalesOrder.KIND.head(changed, occurredAt), after, delivery);
  }

  /** A delivery that is told late changes what earlier ones of the same order cost. */
  private Versioned<SalesOrder> asItIs(Versioned<SalesOrder> before) {
    boolean delivered =
        before.document().lines().stream().anyMatch(line -> line.deliveredQuantity().isPositive());
    return delivered ? orders.named(before.company(), before.document().number()) : before;
  }

  private static List<Delivery.Line> lines(SalesOrder order, Map<Integer, Quantity> quantities) {
    return order.lines().stream()
        .filter(line -> quantities.containsKey(line.line()))
        .map(
            line ->
                new Delivery.Line(
                    line.line(), line.item(), Objects.requireNonNull(quantities.get(line.line()))))
        .toList();
  }

  /** What leaves for whom, and when. */
  private record Leaving(SalesOrder order, Delivery delivery, Instant occurredAt, Wanted wanted) {
    private List<GoodsMove.Line> goods(Delivery.Line line) {
      return wanted
          .lots()
          .split(
              line.line(),
              new GoodsMove.Line(
                  line.item(), location(), line.quantity().negated(), Optional.empty()));
    }

    private LocationCode location() {
      return wanted.location().or(order::location).orElse(LocationCode.MAIN);
    }

    private boolean isStocked(Delivery.Line line) {
      return order.lines().stream()
          .anyMatch(l -> l.line() == line.line() && l.itemKind() == ItemKind.STOCKED);
    }
  }

  private Map<Integer, Money> moveOut(CompanyCode company, Leaving leaving) {
    Map<Integer, Money> costs = new HashMap<>();
    Money none = Money.zero(leaving.order().currency());
    leaving.delivery().lines().forEach(line -> costs.put(line.line(), none));
    List<Delivery.Line> goods =
        leaving.delivery().lines().stream().filter(leaving::isStocked).toList();
    if (goods.isEmpty()) {
      return costs;
    }
    GoodsMove move =
        new GoodsMove(
            MoveReason.ISSUE,
            new DocumentRef("sales", "delivery", leaving.delivery().number()),
            leaving.occurredAt(),
            goods.stream().flatMap(line -> leaving.goods(line).stream()).toList());
    GoodsMove delivered =
        move.fulfilling(ReserveGoods.document(leaving.order()), leaving.wanted().othersGoods())
            .postedOn(leaving.wanted().postingDate());
    List<GoodsMoved.Line> moved = stock.move(company, List.of(delivered)).get(0).lines();
    int next = 0;
    for (Delivery.Line line : goods) {
      int end = next + leaving.wanted().lots().count(line.line());
      for (; next < end; next++) {
        costs.merge(line.line(), moved.get(next).value().negated(), Money::plus);
      }
    }
    return costs;
  }
}
