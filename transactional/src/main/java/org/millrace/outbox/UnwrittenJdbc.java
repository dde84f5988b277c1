package org.millrace.outbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The rows of the events that one transaction has published and not yet written: they are written
 * together before it commits, or earlier when there are many or somebody asks. What was published
 * after a savepoint is dropped when the transaction goes back to it.
 */
final class UnwrittenJdbc implements TransactionSynchronization {
  private static final int MANY = 64;

  private final Consumer<List<Object[]>> write;
  private final List<Object[]> rows = new ArrayList<>();
  private final Map<Object, Mark> savepoints = new HashMap<>();
  private int written;

  /** How many rows there were at a savepoint, and how many of them were written. */
  private record Mark(int rows, int written) {}

  private UnwrittenJdbc(Consumer<List<Object[]>> write) {
    this.write = write;
  }

  /** Those of the running transaction. */
  static UnwrittenJdbc ofTransaction(Consumer<List<Object[]>> write) {
    UnwrittenJdbc known = running();
    if (known != null) {
      return known;
    }
    UnwrittenJdbc fresh = new UnwrittenJdbc(write);
    TransactionSynchronizationManager.bindResource(UnwrittenJdbc.class, fresh);
    TransactionSynchronizationManager.registerSynchronization(fresh);
    return fresh;
  }

  /** Those of the running transaction; none when it published nothing, or there is none. */
  static @Nullable UnwrittenJdbc running() {
    return (UnwrittenJdbc) TransactionSynchronizationManager.getResource(UnwrittenJdbc.class);
  }

  void add(List<Object[]> more) {
    rows.addAll(more);
    if (rows.size() - written > MANY) {
      write();
    }
  }

  void write() {
    if (written < rows.size()) {
      write.accept(rows.subList(written, rows.size()));
      written = rows.size();
    }
    if (savepoints.isEmpty()) {
      rows.clear();
      written = 0;
    }
  }

  @Override
  public void suspend() {
    TransactionSynchronizationManager.unbindResource(UnwrittenJdbc.class);
  }

  @Override
  public void resume() {
    TransactionSynchronizationManager.bindResource(UnwrittenJdbc.class, this);
  }

  @Override
  public void savepoint(Object savepoint) {
    savepoints.put(savepoint, new Mark(rows.size(), written));
  }

  @Override
  public void savepointRollback(Object savepoint) {
    Mark mark = savepoints.getOrDefault(savepoint, new Mark(0, 0));
    rows.subList(mark.rows(), rows.size()).clear();
    written = Math.min(written, mark.written());
  }

  @Override
  public void beforeCommit(boolean readOnly) {
    write();
  }

  @Override
  public void afterCompletion(int status) {
    TransactionSynchronizationManager.unbindResourceIfPossible(UnwrittenJdbc.class);
  }
}
