package org.millrace.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The events of one transaction against a database in memory that knows savepoints. */
class UnwrittenTest {
  private final List<Object[]> table = new ArrayList<>();
  private int statements;

  /** What a transaction may do, each as often and in whatever order. */
  enum Act {
    PUBLISH,
    PUBLISH_MANY,
    WRITE_NOW,
    SAVEPOINT,
    ROLL_BACK
  }

  private UnwrittenJdbc begun() {
    TransactionSynchronizationManager.initSynchronization();
    return UnwrittenJdbc.ofTransaction(
        rows -> {
          statements++;
          table.addAll(rows);
        });
  }

  private static void ended(UnwrittenJdbc unwritten) {
    unwritten.afterCompletion(TransactionSynchronization.STATUS_COMMITTED);
    TransactionSynchronizationManager.clearSynchronization();
  }

  @Test
  void areWrittenByOneStatementBeforeTheCommit() {
    UnwrittenJdbc unwritten = begun();
    for (int i = 0; i < 64; i++) {
      unwritten.add(rows(i, 1));
    }
    assertThat(table).isEmpty();
    assertThat(UnwrittenJdbc.running()).isSameAs(unwritten);
    unwritten.beforeCommit(false);
    ended(unwritten);
    assertThat(table).extracting(row -> row[0]).hasSize(64).startsWith(0, 1, 2);
    assertThat(statements).isEqualTo(1);
    assertThat(UnwrittenJdbc.running()).isNull();
  }

  @Test
  void areNotKeptInMemoryWhenThereAreMany() {
    UnwrittenJdbc unwritten = begun();
    unwritten.add(rows(0, 65));
    assertThat(table).hasSize(65);
    unwritten.write();
    assertThat(statements).as("nothing is left to write").isEqualTo(1);
    ended(unwritten);
  }

  @Test
  void ofATransactionWithinAnotherAreItsOwn() {
    UnwrittenJdbc outer = begun();
    outer.add(rows(0, 1));
    outer.suspend();
    assertThat(UnwrittenJdbc.running()).isNull();
    outer.resume();
    assertThat(UnwrittenJdbc.running()).isSameAs(outer);
    ended(outer);
  }

  /** In the end exactly those are there that were not undone, once each and in their order. */
  @Property(tries = 500)
  void areThereOnceUnlessTheyWereUndone(@ForAll @Size(max = 30) List<Act> acts) {
    new UnwrittenTest().play(acts);
  }

  private void play(List<Act> acts) {
    UnwrittenJdbc unwritten = begun();
    List<Object> expected = new ArrayList<>();
    List<int[]> savepoints = new ArrayList<>();
    int next = 0;
    for (Act act : acts) {
      switch (act) {
        case PUBLISH, PUBLISH_MANY -> {
          int count = act == Act.PUBLISH ? 1 : 70;
          unwritten.add(rows(next, count));
          for (int i = 0; i < count; i++) {
            expected.add(next++);
          }
        }
        case WRITE_NOW -> unwritten.write();
        case SAVEPOINT -> {
          savepoints.add(new int[] {expected.size(), table.size()});
          unwritten.savepoint(savepoints.size());
        }
        case ROLL_BACK -> {
          if (!savepoints.isEmpty()) {
            int[] to = savepoints.get(savepoints.size() - 1);
            expected.subList(to[0], expected.size()).clear();
            table.subList(to[1], table.size()).clear();
            unwritten.savepointRollback(savepoints.size());
          }
        }
      }
    }
    unwritten.beforeCommit(false);
    ended(unwritten);
    assertThat(table).extracting(row -> row[0]).isEqualTo(expected);
  }

  private static List<Object[]> rows(int first, int count) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(new Object[] {first + i});
    }
    return rows;
  }
}
