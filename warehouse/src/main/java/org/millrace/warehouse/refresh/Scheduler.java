package org.millrace.warehouse.refresh;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import org.millrace.warehouse.catalog.Refresh;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps both refreshes going: the live one without rest, the batched one with the analyses and
 * checks. Where the thread of a refresh ends before it was told to, the process ends, for who
 * started it to start it again: half a warehouse is taken for a whole one.
 */
public final class Scheduler {
  private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);
  private static final Duration LIVE_PAUSE = Duration.ofMillis(400);
  private static final Duration BATCHED_PAUSE = Duration.ofSeconds(20);

  /** The exit code of a process that has lost a refresh. */
  static final int LANE_LOST = 70;

  private final Refreshes refreshes;
  private final WarmUp warmUp;
  private final AnalysisScheduler analyses;
  private final Lookout lookout;
  private final Clock clock;
  private final RefreshLoop live;
  private final RefreshLoop batched;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean stopped = new AtomicBoolean();

  /** The two refreshes, and the lock that holds off whoever takes the tables away. */
  public record Refreshes(TableRefresh live, TableRefresh batched, Lock tablesStand) {}

  public Scheduler(
      Refreshes refreshes,
      WarmUp warmUp,
      AnalysisScheduler analyses,
      Lookout lookout,
      Clock clock) {
    this.refreshes = refreshes;
    this.warmUp = warmUp;
    this.analyses = analyses;
    this.lookout = lookout;
    this.clock = clock;
    this.live =
        new RefreshLoop(
            "live",
            RefreshLoop.Mode.EAGER,
            prepared(refreshes.live()::prepare, this::liveCycle),
            LIVE_PAUSE,
            clock);
    this.batched =
        new RefreshLoop(
            "batched",
            RefreshLoop.Mode.RESTING,
            prepared(this::prepareBatched, this::batchedCycle),
            BATCHED_PAUSE,
            clock);
  }

  /** Starts a thread for each refresh. */
  public void start() {
    loops().forEach(loop -> daemon(loop.name(), watched(loop, () -> end(loop.name()))).start());
  }

  private void end(String refresh) {
    LOG.error("The {} refresh has ended; the process ends, to be started again", refresh);
    Runtime.getRuntime().halt(LANE_LOST);
  }

  /** Runs a loop, and something when it ends without having been stopped. */
  Runnable watched(Runnable loop, Runnable atItsEnd) {
    return () -> {
      try {
        loop.run();
      } catch (Throwable lost) { // nothing may end a refresh in silence
        LOG.error("A refresh failed for good", lost);
      } finally {
        if (!stopped.get()) {
          atItsEnd.run();
        }
      }
    };
  }

  private static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  List<RefreshLoop> loops() {
    return List.of(live, batched);
  }

  /** Ends both refreshes after their present cycles. */
  public void stop() {
    stopped.set(true);
    loops().forEach(RefreshLoop::stop);
  }

  /** Cuts the present pause of the batched refresh short. */
  public void wakeBatched() {
    batched.wake();
  }

  private interface Preparation {
    void run() throws SQLException;
  }

  private static RefreshLoop.Step prepared(Preparation preparation, RefreshLoop.Step step) {
    AtomicBoolean done = new AtomicBoolean();
    return () -> {
      if (!done.get()) {
        preparation.run();
        done.set(true);
      }
      return step.run();
    };
  }

  private void prepareBatched() throws SQLException {
    refreshes.batched().prepare();
    lookout.recall(analyses.runs());
  }

  private TableRefresh.Cycle liveCycle() throws SQLException {
    RefreshLoop.State state = live.state();
    if (state.cycles() == 1 && state.last().stream().allMatch(first -> first.built().isEmpty())) {
      warmUp.run(() -> waiting.get() > 0); // the port answers, and there is nothing to do yet
    }
    return whileTablesStand(
        () -> {
          TableRefresh.Cycle cycle = refreshes.live().run();
          if (lookout.add(cycle.checks())) {
            batched.wake();
          }
          return cycle;
        });
  }

  private TableRefresh.Cycle batchedCycle() throws SQLException {
    return whileTablesStand(
        () -> {
          lookout.lake().nameAll();
          TableRefresh.Cycle cycle = upToTheFigures();
          boolean busy = !cycle.built().isEmpty() || waiting.get() > 0;
          if (!busy || lookout.isDue()) {
            lookout.look(this::completeTo, () -> waiting.get() > 0);
          }
          lookout.write(analyses.runs());
          return cycle;
        });
  }

  private Optional<Instant> completeTo(Refresh pace) {
    return (pace == Refresh.LIVE ? live : batched).state().completeTo();
  }

  /**
   * Brings the tables up, then has the analyses look at them. While the refresh is behind, as in a
   * large import, none is run over data that are about to change. Who waits for the figures does
   * not wait for the pause of an analysis.
   */
  private TableRefresh.Cycle upToTheFigures() throws SQLException {
    TableRefresh.Cycle cycle = refreshes.batched().run();
    lookout.add(cycle.checks());
    if (cycle.completeTo().isEmpty()) {
      return cycle;
    }
    boolean moved = waiting.get() > 0 ? analyses.runBehind() : analyses.runDue();
    if (!moved) {
      return cycle;
    }
    TableRefresh.Cycle figures = refreshes.batched().run();
    lookout.add(figures.checks());
    return cycle.then(figures);
  }

  private TableRefresh.Cycle whileTablesStand(RefreshLoop.Step step) throws SQLException {
    refreshes.tablesStand().lock();
    try {
      return step.run();
    } finally {
      refreshes.tablesStand().unlock();
    }
  }

  /** Waits until the marts hold what is recorded now and the analyses that follow have seen it. */
  public Map<String, Object> refresh(Duration atMost) throws Exception {
    waiting.incrementAndGet();
    try {
      return refreshed(clock.instant().plus(atMost));
    } finally {
      waiting.decrementAndGet();
    }
  }

  private Map<String, Object> refreshed(Instant end) throws Exception {
    Instant target = refreshes.live().now();
    boolean complete =
        live.awaitCompleteTo(target, left(end)) && batched.awaitCompleteTo(target, left(end));
    while (complete && !analyses.areUpToDate() && clock.instant().isBefore(end)) {
      Instant next = batched.state().completeTo().orElse(target).plusMillis(1);
      complete = batched.awaitCompleteTo(next, left(end));
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("complete", complete);
    answer.put("completeTo", live.state().completeTo().map(Instant::toString).orElse(null));
    return answer;
  }

  private Duration left(Instant end) {
    return Duration.between(clock.instant(), end);
  }
}
