package org.millrace.database;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Answers that hold for one transaction: asked for once in it, and again after it has changed what
 * they tell of. Outside of a transaction each is asked for anew.
 */
public final class PerTransaction<K, V> {
  /** The answer, from the question that was asked before or from this one. */
  public V get(K key, Function<K, V> question) {
    Map<K, V> answers = answers();
    if (answers == null) {
      return question.apply(key);
    }
    V known = answers.get(key);
    if (known == null) {
      known = question.apply(key);
      answers.put(key, known);
    }
    return known;
  }

  /** What was known of it no longer holds. */
  public void forget(K key) {
    Map<K, V> answers = answers();
    if (answers != null) {
      answers.remove(key);
    }
  }

  @SuppressWarnings("unchecked") // bound below, by this object
  private @Nullable Map<K, V> answers() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()
        || !TransactionSynchronizationManager.isSynchronizationActive()) {
      return null;
    }
    Map<K, V> answers = (Map<K, V>) TransactionSynchronizationManager.getResource(this);
    return answers == null ? bound(new HashMap<>()) : answers;
  }

  private Map<K, V> bound(Map<K, V> answers) {
    TransactionSynchronizationManager.bindResource(this, answers);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void suspend() {
            TransactionSynchronizationManager.unbindResource(PerTransaction.this);
          }

          @Override
          public void resume() {
            TransactionSynchronizationManager.bindResource(PerTransaction.this, answers);
          }

          @Override
          public void savepointRollback(Object savepoint) {
            answers.clear(); // some may tell of what is now undone
          }

          @Override
          public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(PerTransaction.this);
          }
        });
    return answers;
  }
}
