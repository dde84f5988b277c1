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
 * Keeps both lanes going: the live one without rest, the calm one with the analyses and checks.
 * Where the thread of a lane ends before it was told to, the process ends, for who started it to
 * start it again: half a warehouse is taken for a whole one.
 */
public final class Scheduler {
  private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);
  private static final Duration LIVE_PAUSE = Duration.ofMillis(400);
  private static final Duration CALM_PAUSE = Duration.ofSeconds(20);

  /** The exit code of a process that has lost a lane. */
  static final int LANE_LOST = 70;

  private final Lanes lanes;
  private final WarmUp warmUp;
  private final Followers followers;
  private final Lookout lookout;
  private final Clock clock;
  private final RefreshLoop live;
  private final RefreshLoop calm;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean stopped = new AtomicBoolean();

  /** The two lanes, and the lock that holds off whoever takes the tables away. */
  public record Lanes(Lane live, Lane calm, Lock tablesStand) {}

  public Scheduler(Lanes lanes, WarmUp warmUp, Followers followers, Lookout lookout, Clock clock) {
    this.lanes = lanes;
    this.warmUp = warmUp;
    this.followers = followers;
    this.lookout = lookout;
    this.clock = clock;
    this.live =
        new RefreshLoop(
            "live",
            RefreshLoop.Manner.EAGER,
            prepared(lanes.live()::prepare, this::liveCycle),
            LIVE_PAUSE,
            clock);
    this.calm =
        new RefreshLoop(
            "calm",
            RefreshLoop.Manner.RESTING,
            prepared(this::prepareCalm, this::calmCycle),
            CALM_PAUSE,
            clock);
  }

  /** Starts a thread for each lane. */
  public void start() {
    loops().forEach(loop -> daemon(loop.name(), watched(loop, () -> end(loop.name()))).start());
  }

  private void end(String lane) {
    LOG.error("The {} lane has ended; the process ends, to be started again", lane);
    Runtime.getRuntime().halt(LANE_LOST);
  }

  /** Runs a loop, and something when it ends without having been stopped. */
  Runnable watched(Runnable loop, Runnable atItsEnd) {
    return () -> {
      try {
        loop.run();
      } catch (Throwable lost) { // nothing may end a lane in silence
        LOG.error("A lane failed for good", lost);
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
    return List.of(live, calm);
  }

  /** Ends both lanes after their present cycles. */
  public void stop() {
    stopped.set(true);
    loops().forEach(RefreshLoop::stop);
  }

  /** Cuts the present pause of the calm lane short. */
  public void wakeCalm() {
    calm.wake();
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

  private void prepareCalm() throws SQLException {
    lanes.calm().prepare();
    lookout.recall(followers.runs());
  }

  private Lane.Cycle liveCycle() throws SQLException {
    RefreshLoop.State state = live.state();
    if (state.cycles() == 1 && state.last().stream().allMatch(first -> first.built().isEmpty())) {
      warmUp.run(); // the port answers already, and there is nothing to do yet
    }
    return whileTablesStand(
        () -> {
          Lane.Cycle cycle = lanes.live().run();
          if (lookout.add(cycle.checks())) {
            calm.wake();
          }
          return cycle;
        });
  }

  private Lane.Cycle calmCycle() throws SQLException {
    return whileTablesStand(
        () -> {
          lookout.lake().nameAll();
          Lane.Cycle cycle = upToTheFigures();
          boolean busy = !cycle.built().isEmpty() || waiting.get() > 0;
          if (!busy || lookout.isDue()) {
            lookout.look(this::completeTo, () -> waiting.get() > 0);
          }
          lookout.write(followers.runs());
          return cycle;
        });
  }

  private Optional<Instant> completeTo(Refresh pace) {
    return (pace == Refresh.LIVE ? live : calm).state().completeTo();
  }

  /**
   * Brings the tables up, then has the analyses look at them. While the lane is behind, as in a
   * large import, none is run over data that are about to change. Who waits for the figures does
   * not wait for the pause of an analysis.
   */
  private Lane.Cycle upToTheFigures() throws SQLException {
    Lane.Cycle cycle = lanes.calm().run();
    lookout.add(cycle.checks());
    if (cycle.completeTo().isEmpty()) {
      return cycle;
    }
    boolean moved = waiting.get() > 0 ? followers.runBehind() : followers.runDue();
    if (!moved) {
      return cycle;
    }
    Lane.Cycle figures = lanes.calm().run();
    lookout.add(figures.checks());
    return cycle.then(figures);
  }

  private Lane.Cycle whileTablesStand(RefreshLoop.Step step) throws SQLException {
    lanes.tablesStand().lock();
    try {
      return step.run();
    } finally {
      lanes.tablesStand().unlock();
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
    Instant target = lanes.live().now();
    boolean complete =
        live.awaitCompleteTo(target, left(end)) && calm.awaitCompleteTo(target, left(end));
    while (complete && !followers.areUpToDate() && clock.instant().isBefore(end)) {
      Instant next = calm.state().completeTo().orElse(target).plusMillis(1);
      complete = calm.awaitCompleteTo(next, left(end));
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
