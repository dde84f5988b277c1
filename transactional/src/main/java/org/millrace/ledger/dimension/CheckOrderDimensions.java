package org.millrace.ledger.dimension;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.millrace.dimension.Dimensions;
import org.millrace.outbox.EventHandler;
import org.millrace.outbox.Recorded;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.Problems;

/** Refuses purchase orders whose lines name values that their dimension has not. */
final class CheckOrderDimensions<E extends DomainEvent> implements EventHandler<E> {
  private final Class<E> type;
  private final Function<E, PurchaseOrder> order;
  private final Dimensions dimensions;

  CheckOrderDimensions(Class<E> type, Function<E, PurchaseOrder> order, Dimensions dimensions) {
    this.type = type;
    this.order = order;
    this.dimensions = dimensions;
  }

  @Override
  public Class<E> type() {
    return type;
  }

  @Override
  public void handle(List<Recorded<E>> events) {
    Map<CompanyCode, List<Dimensions.Named>> named = new LinkedHashMap<>();
    for (Recorded<E> recorded : events) {
      PurchaseOrder ordered = order.apply(recorded.event());
      for (PurchaseOrder.Line line : ordered.lines()) {
        line.dimensions()
            .ifPresent(
                values ->
                    named
                        .computeIfAbsent(recorded.event().head().company(), c -> new ArrayList<>())
                        .add(
                            new Dimensions.Named(
                                "lines." + line.line() + ".dimensions",
                                values,
                                ordered.orderDate())));
      }
    }
    Problems problems = new Problems();
    named.forEach((company, values) -> dimensions.requireKnown(company, values, problems));
    problems.refuse("The purchase order cannot be placed");
  }
}
