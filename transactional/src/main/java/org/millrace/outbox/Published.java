package org.millrace.outbox;

import java.util.ArrayList;
import java.util.List;
import org.millrace.shared.DomainEvent;

/** What a thread publishes while somebody watches it, in its order. */
public final class Published {
  private static final ThreadLocal<Published> CURRENT = new ThreadLocal<>();

  private final List<DomainEvent> events = new ArrayList<>();

  private Published() {}

  /** Begins to watch this thread; until {@link #end}. */
  public static Published watched() {
    Published watch = new Published();
    CURRENT.set(watch);
    return watch;
  }

  static void add(List<? extends DomainEvent> events) {
    Published watch = CURRENT.get();
    if (watch != null) {
      watch.events.addAll(events);
    }
  }

  /** How much was published so far; 0 while nobody watches. */
  public static int count() {
    Published watch = CURRENT.get();
    return watch == null ? 0 : watch.events.size();
  }

  /** What was published after so much was undone. */
  public static void forgetAfter(int count) {
    Published watch = CURRENT.get();
    if (watch != null) {
      watch.events.subList(Math.min(count, watch.events.size()), watch.events.size()).clear();
    }
  }

  /** What was published so far. */
  public List<DomainEvent> events() {
    return List.copyOf(events);
  }

  /** Nobody watches any longer. */
  public void end() {
    CURRENT.remove();
  }
}
