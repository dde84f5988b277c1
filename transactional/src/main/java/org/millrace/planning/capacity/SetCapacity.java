package org.millrace.planning.capacity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.item.Item;
import org.millrace.item.Items;
import org.millrace.outbox.Events;
import org.millrace.planning.Routing;
import org.millrace.planning.RoutingSet;
import org.millrace.planning.WorkCentre;
import org.millrace.planning.WorkCentreCode;
import org.millrace.planning.WorkCentreSet;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Problems;
import org.millrace.shared.Version;

/** Sets work centres and routings; setting the same again changes nothing. */
final class SetCapacity {
  private final CapacityJdbc capacity;
  private final Items items;
  private final Events events;

  SetCapacity(CapacityJdbc capacity, Items items, Events events) {
    this.capacity = capacity;
    this.items = items;
    this.events = events;
  }

  /** What was set, with its version. */
  record Stored<T>(T content, Version version) {
    private Stored<T> next(T changed) {
      return new Stored<>(changed, new Version(version.number() + 1));
    }
  }

  Stored<WorkCentre> set(CompanyCode company, WorkCentre wanted, Instant occurredAt) {
    Optional<Stored<WorkCentre>> before = capacity.workCentre(company, wanted.code());
    if (before.isPresent() && before.get().content().equals(wanted)) {
      return before.get();
    }
    Stored<WorkCentre> next =
        before
            .map(stored -> stored.next(wanted))
            .orElseGet(() -> new Stored<>(wanted, new Version(1)));
    capacity.put(company, next.content(), next.version());
    EventHead head =
        EventHead.of(
            company,
            EventHead.aggregateId("work-centre", company, wanted.code().value()),
            next.version().number(),
            occurredAt);
    events.publish(List.of(new WorkCentreSet(head, wanted)));
    return next;
  }

  Stored<Routing> set(CompanyCode company, Routing wanted, Instant occurredAt) {
    check(company, wanted);
    Optional<Stored<Routing>> before = capacity.routing(company, wanted.item());
    if (before.isPresent() && before.get().content().equals(wanted)) {
      return before.get();
    }
    Stored<Routing> next =
        before
            .map(stored -> stored.next(wanted))
            .orElseGet(() -> new Stored<>(wanted, new Version(1)));
    capacity.put(company, next.content(), next.version());
    EventHead head =
        EventHead.of(
            company,
            EventHead.aggregateId("routing", company, wanted.item().value()),
            next.version().number(),
            occurredAt);
    List<Integer> dropped =
        before.map(stored -> wanted.lacking(stored.content())).orElse(List.of());
    events.publish(List.of(new RoutingSet(head, wanted, dropped)));
    return next;
  }

  private void check(CompanyCode company, Routing wanted) {
    Item item = items.named(company, wanted.item());
    Problems problems = new Problems();
    problems.require(
        !item.materials().isEmpty(), "item", item.code(), "an item with a bill of material");
    List<WorkCentreCode> known = capacity.workCentres(company);
    for (Routing.Operation operation : wanted.operations()) {
      problems.require(
          known.contains(operation.workCentre()),
          "operations." + operation.operation() + ".workCentre",
          operation.workCentre(),
          "a work centre that was set" + (known.isEmpty() ? "; there is none" : ": " + known));
    }
    problems.refuse("The routing of " + wanted.item() + " cannot be set");
  }
}
