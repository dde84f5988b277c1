package org.millrace.web.command;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.millrace.outbox.Events;
import org.millrace.outbox.Published;
import org.millrace.web.ProblemAnswer;
import org.millrace.web.ProblemType;
import org.millrace.web.RequestRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * The one transaction of a command, which is tried again when it loses a lock to another one.
 * Within a transaction, as in a preview, it is a part of that one and undone alone.
 */
final class CommandTransaction {
  private static final Logger LOG = LoggerFactory.getLogger(CommandTransaction.class);
  private static final int TRIES = 4;

  private final PlatformTransactionManager transactions;
  private final ObjectProvider<Events> events;

  CommandTransaction(PlatformTransactionManager transactions, ObjectProvider<Events> events) {
    this.transactions = transactions;
    this.events = events;
  }

  /** What a command does; false when it is to be undone. */
  interface Act {
    boolean isDone() throws Exception;
  }

  /** Carries it out; what it left outside of the database is put back after each failure. */
  void carryOut(Command command, Act act, Runnable putBack) throws Exception {
    for (int attempt = 1; ; attempt++) {
      try {
        inOne(act);
        return;
      } catch (Exception failure) {
        putBack.run();
        if (attempt == TRIES || !isLostLock(failure)) {
          throw failure;
        }
        LOG.info("A command met another one on the same rows and is tried again: {}", command);
        long pause = ThreadLocalRandom.current().nextLong(5, 25L << attempt);
        LockSupport.parkNanos(Duration.ofMillis(pause).toNanos());
      }
    }
  }

  /** Writes the events of what is done: what the database refuses of them fails here. */
  void writeEvents() {
    events.getObject().writeNow();
  }

  private void inOne(Act act) throws Exception {
    TransactionStatus transaction =
        transactions.getTransaction(
            new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
    int published = Published.count();
    boolean isDone;
    try {
      isDone = act.isDone();
      if (isDone) {
        writeEvents(); // in time to undo this act alone
      }
    } catch (Throwable failure) {
      Published.forgetAfter(published);
      undo(transaction, failure);
      throw failure;
    }
    if (isDone) {
      commit(transaction);
    } else {
      Published.forgetAfter(published);
      transactions.rollback(transaction);
    }
  }

  private void undo(TransactionStatus transaction, Throwable failure) {
    try {
      transactions.rollback(transaction);
    } catch (TransactionException lost) {
      failure.addSuppressed(lost); // without a connection there is nothing left to undo
    }
  }

  private void commit(TransactionStatus transaction) {
    try {
      transactions.commit(transaction);
    } catch (RuntimeException failure) {
      if (isRefusedByDatabase(failure)) {
        throw failure;
      }
      LOG.warn("Whether a command was committed is not known: {}", failure.getMessage());
      throw new RequestRefused(
          ProblemAnswer.of(
              ProblemType.OUTCOME_UNKNOWN,
              "The database went away while the command was written: it may have happened or"
                  + " not. Send it again with the same key; it then happens once."));
    }
  }

  private static boolean isLostLock(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PessimisticLockingFailureException) {
        return true;
      }
    }
    return false;
  }

  /** The server answered: what it refuses at the commit was rolled back. */
  private static boolean isRefusedByDatabase(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && sql.getSQLState() != null
          && sql.getSQLState().matches("(22|23|40|P0).*")) {
        return true;
      }
    }
    return false;
  }
}
