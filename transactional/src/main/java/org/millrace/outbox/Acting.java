package org.millrace.outbox;

import java.util.function.Supplier;

/** Who acts in this thread, and on which request: written into every event. */
public final class Acting {
  private static final Acting SYSTEM = new Acting("system", "system");
  private static final ThreadLocal<Acting> CURRENT = ThreadLocal.withInitial(() -> SYSTEM);

  private final String actor;
  private final String correlationId;

  private Acting(String actor, String correlationId) {
    this.actor = actor;
    this.correlationId = correlationId;
  }

  /** Runs the work in the name of that user; what it publishes carries both values. */
  public static <T> T as(String actor, String correlationId, Supplier<T> work) {
    Acting before = CURRENT.get();
    CURRENT.set(new Acting(actor, correlationId));
    try {
      return work.get();
    } finally {
      CURRENT.set(before);
    }
  }

  /** The user acting, {@code system} outside any request. */
  public static String actor() {
    return CURRENT.get().actor;
  }

  /** The id that ties together everything one request caused. */
  public static String correlationId() {
    return CURRENT.get().correlationId;
  }
}
