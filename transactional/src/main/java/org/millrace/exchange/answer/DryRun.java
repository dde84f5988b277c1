package org.millrace.exchange.answer;

import java.util.function.Supplier;
import org.millrace.database.Transactions;

/** Work that is done to see what would come of it, and undone. */
public final class DryRun {
  private DryRun() {}

  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Object result;

    Undone(Object result) {
      super("dry run", null, false, false);
      this.result = result;
    }
  }

  /** What the work answers; the database is as before. */
  @SuppressWarnings("unchecked") // the result is that of this very work
  public static <T> T of(Transactions transactions, Supplier<T> work) {
    try {
      return transactions.inOne(
          () -> {
            throw new Undone(work.get());
          });
    } catch (Undone e) {
      return (T) e.result;
    }
  }
}
