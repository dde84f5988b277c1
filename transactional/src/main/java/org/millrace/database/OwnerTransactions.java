package org.millrace.database;

import java.util.function.Supplier;

/**
 * All or nothing, as the role that owns the tables: what changes tables themselves. Only while the
 * core starts; from then on it has only the role that reads and writes rows.
 */
public interface OwnerTransactions {
  /** Runs the work in a transaction of its own. */
  <T> T asOwner(Supplier<T> work);
}
