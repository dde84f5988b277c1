package org.millrace.ingestion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the job is doing, told by the committer and the watcher, asked by health. One for the
 * process: Flink makes the operators, so it cannot be handed to them.
 */
final class JobHealth {

  static final JobHealth OF_THIS_PROCESS = new JobHealth(Clock.systemUTC());

  /** A beat older than this means that bronze stands still. */
  static final Duration STANDSTILL = Duration.ofSeconds(10);

  private final Clock clock;
  private final Instant start;
  private Optional<Instant> lastBeat = Optional.empty();
  private Instant completeTo;
  private Optional<String> problem = Optional.empty();
  private String lacking = "";
  private long missing;
  private long events;
  private long rejects;
  private long lastVersion = -1;

  /** What health answers. */
  record Reading(State state, double behindSeconds, String detail) {}

  enum State {
    STARTING,
    UP,
    DOWN
  }

  JobHealth(Clock clock) {
    this.clock = clock;
    this.start = clock.instant();
    this.completeTo = start;
  }

  synchronized void wroteEvents(long version, long rows) {
    lastVersion = version;
    events += rows;
  }

  synchronized void wroteRejects(long rows) {
    rejects += rows;
  }

  /** A checkpoint was dealt with. */
  synchronized void beat() {
    lastBeat = Optional.of(clock.instant());
    problem = Optional.empty();
  }

  /** Bronze is complete but for the last so many seconds. */
  synchronized void behind(double seconds) {
    completeTo = clock.instant().minusMillis(Math.round(seconds * 1000));
  }

  synchronized void fails(String whatToDo) {
    problem = Optional.of(whatToDo);
  }

  /** So many events of the outbox are missing in bronze, in words for people. */
  synchronized void lacks(long events, String sentence) {
    missing = events;
    lacking = sentence;
  }

  synchronized long missing() {
    return missing;
  }

  synchronized Reading reading() {
    Instant now = clock.instant();
    double behind = Math.max(0, Duration.between(completeTo, now).toMillis() / 1000.0);
    if (problem.isPresent()) {
      return new Reading(State.DOWN, behind, problem.get());
    }
    if (lastBeat.isEmpty()) {
      return new Reading(State.STARTING, behind, "waiting for the first checkpoint");
    }
    Duration standing = Duration.between(lastBeat.get(), now);
    if (standing.compareTo(STANDSTILL) > 0) {
      return new Reading(
          State.DOWN,
          behind,
          "no checkpoint for "
              + standing.toSeconds()
              + " s: is the folder of MILLRACE_HOME full or read-only? See the log");
    }
    return new Reading(State.UP, behind, lacking.isEmpty() ? counts() : lacking);
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
