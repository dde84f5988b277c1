package org.millrace.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.millrace.shared.Refused;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Many acts of one kind in one transaction, each by its own verb: what they write is put off and
 * written at once when all are done, and what they ask is kept. An act that is refused leaves
 * nothing behind, and the others go on. Only verbs that read and write by parts that know of this
 * may act so.
 */
public final class Together {
  private static final ThreadLocal<@Nullable Together> RUNNING = new ThreadLocal<>();

  private final int expected;
  private final Map<Object, Part> parts = new LinkedHashMap<>();
  private final List<Object> announced = new ArrayList<>();

  private Together(int expected) {
    this.expected = expected;
  }

  /** What one store puts off or keeps. */
  public interface Part {
    /**
     * Remembers how it is now.
     *
     * @return brings it back to that; false when what was put off since is written already
     */
    Supplier<Boolean> mark();

    /** Writes what was put off; no act follows. */
    void finish();

    /** Whether it is written after the parts that are not. */
    default boolean isLast() {
      return false;
    }
  }

  /**
   * Runs the work, and then writes what its acts put off.
   *
   * @param expected how many acts it will be, or a few more
   * @throws IllegalStateException without a running transaction
   */
  public static <T> T of(int expected, Supplier<T> work) {
    if (!TransactionSynchronizationManager.isActualTransactionActive() || RUNNING.get() != null) {
      throw new IllegalStateException("Acts are done together in one transaction of their own");
    }
    Together together = new Together(expected);
    T done;
    RUNNING.set(together);
    try {
      done = work.get();
    } finally {
      RUNNING.remove();
    }
    together.finish();
    return done;
  }

  private void finish() {
    List<Part> all = List.copyOf(parts.values());
    all.stream().filter(part -> !part.isLast()).forEach(Part::finish);
    all.stream().filter(Part::isLast).forEach(Part::finish);
  }

  /** That of this thread; none where each act stands alone. */
  public static @Nullable Together running() {
    return RUNNING.get();
  }

  /** How many acts it will be, or a few more. */
  public int expected() {
    return expected;
  }

  /** The acts that follow name these: what is asked of one may be asked of all at once. */
  public void announce(Collection<?> named) {
    announced.addAll(named);
  }

  /** What was announced of a type. */
  public <T> List<T> announced(Class<T> type) {
    return announced.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The part under that key, made when it is asked for first. */
  @SuppressWarnings("unchecked") // whoever has the key made the part
  public <P extends Part> P part(Object key, Supplier<P> fresh) {
    return (P) parts.computeIfAbsent(key, k -> fresh.get());
  }

  /**
   * One act; what it put off is dropped when it is refused.
   *
   * @return why it was refused
   * @throws Refused when something of the refused act is written already: all has to be undone
   */
  public static Optional<Refused> act(Runnable act) {
    Together together = RUNNING.get();
    if (together == null) {
      throw new IllegalStateException("An act together with others needs those");
    }
    Map<Object, Supplier<Boolean>> before = new LinkedHashMap<>();
    together.parts.forEach((key, part) -> before.put(key, part.mark()));
    List<Object> known = new ArrayList<>(before.keySet());
    try {
      act.run();
      return Optional.empty();
    } catch (Refused refused) {
      together.parts.keySet().retainAll(known);
      for (Supplier<Boolean> back : before.values()) {
        if (!back.get()) {
          throw refused;
        }
      }
      return Optional.of(refused);
    }
  }
}
