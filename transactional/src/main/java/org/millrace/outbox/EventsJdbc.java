package org.millrace.outbox;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.millrace.database.BulkRows;
import org.millrace.database.PutOff;
import org.millrace.database.Together;
import org.millrace.shared.Caller;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Component
class EventsJdbc implements Events {
  private static final List<String> COLUMNS =
      List.of(
          "event_id",
          "type",
          "schema_version",
          "domain",
          "aggregate_id",
          "aggregate_version",
          "company",
          "occurred_at",
          "actor",
          "correlation_id",
          "causation_id",
          "payload");

  private final BulkRows bulk;
  private final JsonMapper json;
  private final Contracts contracts;
  private final ObjectProvider<EventHandler<?>> handlers;
  private final Map<Class<?>, List<EventHandler<?>>> handlersByType = new ConcurrentHashMap<>();
  private final TimeBasedEpochRandomGenerator ids = Generators.timeBasedEpochRandomGenerator();

  EventsJdbc(BulkRows bulk, JsonMapper json, ObjectProvider<EventHandler<?>> handlers) {
    this.bulk = bulk;
    this.json = json;
    this.contracts = new Contracts(json);
    this.handlers = handlers;
  }

  @Override
  public void publish(List<? extends DomainEvent> events) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("Events must be published in the transaction of their act");
    }
    if (events.isEmpty()) {
      return;
    }
    Together together = Together.running();
    if (together == null) {
      publishNow(events);
    } else {
      together.part(this, () -> PutOff.<DomainEvent>untilLast(this::publishNow)).add(events);
    }
  }

  private void publishNow(List<? extends DomainEvent> events) {
    List<Recorded<DomainEvent>> recorded = new ArrayList<>(events.size());
    List<Object[]> rows = new ArrayList<>(events.size());
    for (DomainEvent event : events) {
      Recorded<DomainEvent> one = new Recorded<>(ids.generate(), event);
      recorded.add(one);
      rows.add(row(one));
    }
    UnwrittenJdbc.ofTransaction(this::write).add(rows);
    Published.add(events);
    react(recorded);
  }

  @Override
  public void writeNow() {
    UnwrittenJdbc unwritten = UnwrittenJdbc.running();
    if (unwritten != null) {
      unwritten.write();
    }
  }

  private void write(List<Object[]> rows) {
    bulk.copy("outbox.event", COLUMNS, rows);
  }

  private Object[] row(Recorded<DomainEvent> recorded) {
    EventType type = typeOf(recorded.event().getClass());
    EventHead head = recorded.event().head();
    String payload = payload(recorded.event());
    contracts.require(type, payload);
    return new Object[] {
      recorded.eventId(),
      type.value(),
      type.version(),
      type.value().substring(0, type.value().indexOf('.')),
      head.aggregateId(),
      head.aggregateVersion(),
      head.company(),
      head.occurredAt(),
      Acting.actor(),
      Acting.correlationId(),
      head.causationId(),
      payload
    };
  }

  private String payload(DomainEvent event) {
    if (event.head().custom().isEmpty()) {
      return json.writeValueAsString(event);
    }
    ObjectNode payload = json.valueToTree(event);
    payload.set("custom", json.valueToTree(event.head().custom()));
    return json.writeValueAsString(payload);
  }

  private void react(List<Recorded<DomainEvent>> recorded) {
    Map<Class<?>, List<Recorded<DomainEvent>>> byType = new LinkedHashMap<>();
    recorded.forEach(
        r -> byType.computeIfAbsent(r.event().getClass(), t -> new ArrayList<>()).add(r));
    byType.forEach(
        (type, batch) ->
            handlersByType
                .computeIfAbsent(type, this::handlersOf)
                .forEach(handler -> hand(handler, batch)));
  }

  /** In their order; found once, as looking through all beans takes longer than most handlers. */
  private List<EventHandler<?>> handlersOf(Class<?> type) {
    return handlers.orderedStream().filter(h -> h.type().equals(type)).toList();
  }

  /**
   * The batch holds only events of the handler's type: they were grouped by it. What follows does
   * so whoever acted: a handler finds all documents, also those that the caller may not see.
   */
  @SuppressWarnings("unchecked")
  private static <E extends DomainEvent> void hand(
      EventHandler<E> handler, List<Recorded<DomainEvent>> batch) {
    Caller.Turn turn = Caller.nobody().begin();
    try {
      handler.handle((List<Recorded<E>>) (List<?>) batch);
    } finally {
      turn.end();
    }
  }

  private static EventType typeOf(Class<?> event) {
    EventType type = event.getAnnotation(EventType.class);
    if (type == null) {
      throw new IllegalStateException(event.getName() + " lacks its @EventType");
    }
    return type;
  }
}
