package org.millrace.warehouse.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.millrace.warehouse.refresh.RefreshLoop.Mode;

class RefreshLoopTest {
  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
  private static final Duration LONG = Duration.ofHours(1);

  private final AtomicLong cycles = new AtomicLong();
  private final RefreshLoop loop =
      new RefreshLoop("batched", Mode.RESTING, this::cycle, LONG, Clock.systemUTC());
  private final Thread worker = new Thread(loop);

  @AfterEach
  void stop() throws InterruptedException {
    loop.stop();
    worker.join();
  }

  @Test
  void whoWaitsForFiguresEndsTheRest() throws InterruptedException {
    worker.start();
    assertThat(loop.awaitCompleteTo(START, Duration.ofSeconds(20))).isTrue();
    awaitRest();

    Instant next = START.plus(LONG.multipliedBy(cycles.get()));
    assertThat(loop.awaitCompleteTo(next, Duration.ofSeconds(20))).isTrue();
  }

  @Test
  void aCycleThatTheStopCutsOffIsNoFailure() throws InterruptedException {
    RefreshLoop[] cut = new RefreshLoop[1];
    cut[0] =
        new RefreshLoop(
            "live",
            Mode.EAGER,
            () -> {
              cut[0].stop();
              throw new IllegalStateException("the engine is gone");
            },
            LONG,
            Clock.systemUTC());
    Thread thread = new Thread(cut[0]);
    thread.start();
    thread.join();

    assertThat(cut[0].state().failure()).isEmpty();
  }

  @Test
  void anErrorSuchAsThatOfAFullDiskIsToldAndTriedAgain() throws InterruptedException {
    AtomicLong tries = new AtomicLong();
    RefreshLoop full =
        new RefreshLoop(
            "batched",
            Mode.RESTING,
            () -> {
              if (tries.incrementAndGet() == 1) {
                throw new AssertionError("No space left on device");
              }
              return cycle();
            },
            LONG,
            Clock.systemUTC());
    Thread thread = new Thread(full);
    thread.start();
    assertThat(full.awaitCompleteTo(START, Duration.ofSeconds(20))).isTrue();
    assertThat(tries).hasValueGreaterThan(1); // who waits may have ended the rest after it
    assertThat(full.state().failure()).isEmpty();
    full.stop();
    thread.join();
  }

  private void awaitRest() {
    while (loop.state().cycles() < cycles.get()
        || worker.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }

  private TableRefresh.Cycle cycle() {
    Instant reached = START.plus(LONG.multipliedBy(cycles.getAndIncrement()));
    return new TableRefresh.Cycle(1, Optional.of(reached), List.of("gold.sums"), List.of(), LONG);
  }
}
