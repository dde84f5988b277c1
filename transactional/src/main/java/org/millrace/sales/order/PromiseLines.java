package org.millrace.sales.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.millrace.sales.OrderStatus;
import org.millrace.sales.SalesOrder;
import org.millrace.shared.CompanyCode;
import org.millrace.stock.LocationCode;

/** Notes on the lines of an order by when what is left of them can leave. */
final class PromiseLines {
  private final Promises promises;

  PromiseLines(Promises promises) {
    this.promises = promises;
  }

  /** Promises all that is left. */
  SalesOrder open(CompanyCode company, SalesOrder order, LocalDate today) {
    return some(company, order, today, line -> true);
  }

  /** Promises what is left of these lines; the others keep what they were promised. */
  SalesOrder some(
      CompanyCode company, SalesOrder order, LocalDate today, Predicate<SalesOrder.Line> which) {
    if (order.status() != OrderStatus.OPEN) {
      return order;
    }
    List<SalesOrder.Line> open =
        order.lines().stream()
            .filter(line -> line.outstandingQuantity().isPositive())
            .filter(which)
            .toList();
    List<Promises.Goods> goods = new ArrayList<>(open.size());
    open.forEach(line -> goods.add(new Promises.Goods(line.item(), line.outstandingQuantity())));
    if (goods.isEmpty()) {
      return order;
    }
    LocalDate from = order.requestedDate().filter(day -> day.isAfter(today)).orElse(today);
    List<Optional<LocalDate>> days =
        promises.days(
            company,
            new Promises.Asked(
                goods,
                order.location().orElse(LocationCode.MAIN),
                today,
                from,
                Optional.of(ReserveGoods.document(order)),
                Optional.of(ReserveGoods.moved(order))));
    Map<Integer, Optional<LocalDate>> byLine = new HashMap<>();
    for (SalesOrder.Line line : open) {
      byLine.put(line.line(), days.get(byLine.size()));
    }
    return order.promised(byLine);
  }
}
