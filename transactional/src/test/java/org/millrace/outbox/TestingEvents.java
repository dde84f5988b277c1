package org.millrace.outbox;

import java.util.ArrayList;
import java.util.List;
import org.millrace.shared.DomainEvent;

/** Keeps what was published, the first of it first, and tells nobody. */
public final class TestingEvents implements Events {
  private final List<DomainEvent> told = new ArrayList<>();

  public List<DomainEvent> told() {
    return List.copyOf(told);
  }

  @Override
  public void publish(List<? extends DomainEvent> events) {
    told.addAll(events);
  }

  @Override
  public void writeNow() {}
}
