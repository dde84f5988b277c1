package org.millrace.database;

import java.util.function.Supplier;

/** All or nothing. */
public interface Transactions {
  /** Runs the work in the running transaction, or in a new one when none runs. */
  <T> T inOne(Supplier<T> work);

  /** Runs the work in a transaction of its own, whatever happens to the running one. */
  <T> T apart(Supplier<T> work);
}
