package org.millrace.ingestion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the job is doing, told by the committer and the watcher, asked by health. One for the
 * process: Flink makes the operators, so it cannot be handed to them.
 */
final class Pulse {

  static final Pulse OF_THIS_PROCESS = new Pulse(Clock.systemUTC());

  /** A beat older than this means that bronze stands still. */
  static final Duration STANDSTILL = Duration.ofSeconds(10);

  private final Clock clock;
  private Optional<Beat> last = Optional.empty();
  private Optional<String> problem = Optional.empty();
  private long events;
  private long rejects;
  private long lastVersion = -1;

  private record Beat(Instant at, double behindSeconds) {}

  /** What health answers. */
  record Reading(State state, double behindSeconds, String detail) {}

  enum State {
    STARTING,
    UP,
    DOWN
  }

  Pulse(Clock clock) {
    this.clock = clock;
  }

  synchronized void wroteEvents(long version, long rows) {
    lastVersion = version;
    events += rows;
  }

  synchronized void wroteRejects(long rows) {
    rejects += rows;
  }

  synchronized void beat(double behindSeconds) {
    last = Optional.of(new Beat(clock.instant(), behindSeconds));
    problem = Optional.empty();
  }

  synchronized void fails(String whatToDo) {
    problem = Optional.of(whatToDo);
  }

  synchronized Reading reading() {
    Duration sinceBeat =
        last.map(beat -> Duration.between(beat.at(), clock.instant())).orElse(Duration.ZERO);
    double behind =
        last.map(beat -> beat.behindSeconds() + sinceBeat.toMillis() / 1000.0).orElse(0.0);
    if (problem.isPresent()) {
      return new Reading(State.DOWN, behind, problem.get());
    }
    if (last.isEmpty()) {
      return new Reading(State.STARTING, behind, "waiting for the first checkpoint");
    }
    if (sinceBeat.compareTo(STANDSTILL) > 0) {
      return new Reading(
          State.DOWN,
          behind,
          "no checkpoint for "
              + sinceBeat.toSeconds()
              + " s: is the folder of MILLRACE_HOME full or read-only? See the log");
    }
    return new Reading(State.UP, behind, counts());
  }

  private String counts() {
    return events
        + " events and "
        + rejects
        + " rejects written since the start"
        + (lastVersion < 0 ? "" : ", bronze/events at version " + lastVersion);
  }

  synchronized long events() {
    return events;
  }

  synchronized long lastVersion() {
    return lastVersion;
  }
}
