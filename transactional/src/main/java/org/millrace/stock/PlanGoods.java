package org.millrace.stock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.millrace.outbox.EventHandler;
import org.millrace.outbox.Recorded;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DomainEvent;

/**
 * Plans what documents will move after each event of a type that changes that.
 *
 * @param planned what the document of an event will still move; absent where that stays as it was
 */
public record PlanGoods<E extends DomainEvent>(
    Class<E> type, Function<E, Optional<PlannedGoods>> planned, Stock stock)
    implements EventHandler<E> {
  @Override
  public void handle(List<Recorded<E>> events) {
    Map<CompanyCode, List<PlannedGoods>> byCompany = new LinkedHashMap<>();
    for (Recorded<E> recorded : events) {
      planned
          .apply(recorded.event())
          .ifPresent(
              goods ->
                  byCompany
                      .computeIfAbsent(
                          recorded.event().head().company(), company -> new ArrayList<>())
                      .add(goods));
    }
    byCompany.forEach(stock::plan);
  }
}
