package org.millrace.warehouse.refresh;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a refresh until it is stopped, and tells how far it is and what failed last. */
public final class RefreshLoop implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(RefreshLoop.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

  /** One cycle of the loop. */
  public interface Step {
    TableRefresh.Cycle run() throws SQLException;
  }

  /** What a loop does after a cycle that had work. */
  public enum Mode {
    /** Begins the next cycle at once. */
    EAGER,
    /** Rests four times as long as the cycle took. */
    RESTING
  }

  private final String name;
  private final Mode mode;
  private final Step step;
  private final Duration pause;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final Condition called = lock.newCondition();
  private State state = new State(0, Optional.empty(), Optional.empty(), Optional.empty());
  private boolean woken;
  private boolean stopped;

  /** What the loop has done so far. */
  public record State(
      long cycles,
      Optional<TableRefresh.Cycle> last,
      Optional<Instant> completeTo,
      Optional<String> failure) {}

  public RefreshLoop(String name, Mode mode, Step step, Duration pause, Clock clock) {
    this.name = name;
    this.mode = mode;
    this.step = step;
    this.pause = pause;
    this.clock = clock;
  }

  public String name() {
    return name;
  }

  /** What has been done so far. */
  public State state() {
    lock.lock();
    try {
      return state;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void run() {
    while (!isStopped()) {
      Duration wait = cycle();
      if (!wait.isZero()) {
        rest(wait);
      }
    }
  }

  private Duration cycle() {
    try {
      TableRefresh.Cycle cycle = step.run();
      boolean busy = !cycle.built().isEmpty() || cycle.completeTo().isEmpty();
      done(cycle);
      if (!cycle.built().isEmpty()) {
        LOG.info(
            "{} cycle to bronze version {} in {} ms: {}",
            name,
            cycle.bronzeVersion(),
            cycle.took().toMillis(),
            cycle.built());
      }
      return busy ? afterWork(cycle) : pause;
    } catch (Throwable failed) { // Hadoop throws an Error when a disk is full
      if (isStopped()) {
        LOG.info("The {} cycle was cut off by the stop; the next start does it again", name);
        return pause;
      }
      LOG.error("The {} cycle failed and will be tried again", name, failed);
      failed(failed);
      return AFTER_FAILURE;
    }
  }

  private Duration afterWork(TableRefresh.Cycle cycle) {
    if (mode == Mode.EAGER && cycle.bronzeVersion() >= 0) {
      return Duration.ZERO;
    }
    Duration rest = cycle.took().multipliedBy(4);
    return mode == Mode.RESTING && rest.compareTo(pause) > 0 ? rest : pause;
  }

  private void done(TableRefresh.Cycle cycle) {
    lock.lock();
    try {
      Optional<Instant> completeTo =
          cycle.completeTo().isPresent() ? cycle.completeTo() : state.completeTo();
      state = new State(state.cycles() + 1, Optional.of(cycle), completeTo, Optional.empty());
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void failed(Throwable failed) {
    lock.lock();
    try {
      state =
          new State(
              state.cycles(),
              state.last(),
              state.completeTo(),
              Optional.of(
                  String.valueOf(failed.getMessage() == null ? failed : failed.getMessage())));
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void rest(Duration wait) {
    lock.lock();
    try {
      long nanos = wait.toNanos();
      while (nanos > 0 && !woken && !stopped) {
        nanos = called.awaitNanos(nanos);
      }
      woken = false;
    } catch (InterruptedException interrupted) {
      stopped = true;
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** Cuts the present pause short. */
  public void wake() {
    lock.lock();
    try {
      callToWork();
    } finally {
      lock.unlock();
    }
  }

  private void callToWork() {
    woken = true;
    called.signalAll();
  }

  /** Waits until the loop is complete to a moment; false when the time is over before. */
  public boolean awaitCompleteTo(Instant moment, Duration atMost) throws InterruptedException {
    Instant end = clock.instant().plus(atMost);
    lock.lock();
    try {
      while (state.completeTo().map(reached -> reached.isBefore(moment)).orElse(true)) {
        long left = Duration.between(clock.instant(), end).toNanos();
        if (left <= 0 || stopped) {
          return false;
        }
        callToWork();
        moved.await(Math.min(left, Duration.ofMillis(500).toNanos()), TimeUnit.NANOSECONDS);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the loop after the present cycle. */
  public void stop() {
    lock.lock();
    try {
      stopped = true;
      moved.signalAll();
      called.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean isStopped() {
    lock.lock();
    try {
      return stopped;
    } finally {
      lock.unlock();
    }
  }
}
