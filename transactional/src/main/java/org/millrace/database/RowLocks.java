package org.millrace.database;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Holds the rows that a command reads and will change; a question holds none. */
public final class RowLocks {
  private RowLocks() {}

  /** The end of a query that is asked by commands and questions alike. */
  public static String clause() {
    return TransactionSynchronizationManager.isActualTransactionActive() ? " for update" : "";
  }
}
