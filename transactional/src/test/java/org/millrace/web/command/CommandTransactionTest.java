package org.millrace.web.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millrace.outbox.Events;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.Refused;
import org.millrace.web.ProblemType;
import org.millrace.web.RequestRefused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.SimpleTransactionStatus;

/** One act in one transaction, when locks are lost and the database fails. */
class CommandTransactionTest {
  private static final Command COMMAND =
      Command.of("anna", "key", "POST", "/api/companies", new byte[0]);

  private final List<String> done = new ArrayList<>();
  private RuntimeException atCommit;

  private final class Noted implements PlatformTransactionManager {
    @Override
    public TransactionStatus getTransaction(TransactionDefinition definition) {
      done.add("begin");
      return new SimpleTransactionStatus();
    }

    @Override
    public void commit(TransactionStatus status) {
      done.add("commit");
      if (atCommit != null) {
        throw atCommit;
      }
    }

    @Override
    public void rollback(TransactionStatus status) {
      done.add("rollback");
    }
  }

  private final Events events =
      new Events() {
        @Override
        public void publish(List<? extends DomainEvent> published) {
          throw new UnsupportedOperationException("a domain publishes");
        }

        @Override
        public void writeNow() {
          done.add("events");
        }
      };

  private final CommandTransaction transaction =
      new CommandTransaction(
          new Noted(),
          new ObjectProvider<>() {
            @Override
            public Events getObject() {
              return events;
            }
          });

  @Test
  void writesItsEventsBeforeItCommits() throws Exception {
    carryOut(() -> true);
    assertThat(done).containsExactly("begin", "events", "commit");
  }

  @Test
  void undoesAnActThatSaysSoAndTellsNothing() throws Exception {
    carryOut(() -> false);
    assertThat(done).containsExactly("begin", "rollback");
  }

  @Test
  void triesAnActThatLostALockFourTimesAndPutsBackEachTime() {
    assertThatThrownBy(
            () ->
                carryOut(
                    () -> {
                      throw new IllegalStateException(new CannotAcquireLockException("deadlock"));
                    }))
        .hasRootCauseMessage("deadlock");
    assertThat(done)
        .containsExactlyElementsOf(
            Collections.nCopies(4, List.of("begin", "rollback", "put back")).stream()
                .flatMap(List::stream)
                .toList());
  }

  @Test
  void stopsTryingOnceItWent() throws Exception {
    carryOut(
        () -> {
          if (done.size() < 4) {
            throw new CannotAcquireLockException("deadlock");
          }
          return true;
        });
    assertThat(done).containsExactly("begin", "rollback", "put back", "begin", "events", "commit");
  }

  @Test
  void triesNothingAgainThatWasRefused() {
    assertThatThrownBy(
            () ->
                carryOut(
                    () -> {
                      throw Refused.conflict("It is closed.");
                    }))
        .hasMessage("It is closed.");
    assertThat(done).containsExactly("begin", "rollback", "put back");
  }

  /** The server answered, so it is known that nothing happened; else that is not known. */
  @ParameterizedTest
  @CsvSource({
    "23514, true",
    "40001, true",
    "22003, true",
    "P0001, true",
    "08006, false",
    "57P01, false"
  })
  void saysWhetherItIsKnownThatNothingHappened(String state, boolean isKnown) {
    atCommit = new TransactionSystemException("commit", new SQLException("failed", state));
    if (isKnown) {
      assertThatThrownBy(() -> carryOut(() -> true)).isSameAs(atCommit);
    } else {
      assertThatThrownBy(() -> carryOut(() -> true))
          .isInstanceOfSatisfying(
              RequestRefused.class,
              refused ->
                  assertThat(refused.answer().type()).isEqualTo(ProblemType.OUTCOME_UNKNOWN.uri()));
    }
    assertThat(done).containsExactly("begin", "events", "commit", "put back");
  }

  private void carryOut(CommandTransaction.Act act) throws Exception {
    transaction.carryOut(COMMAND, act, () -> done.add("put back"));
  }
}
