package org.millrace.deploy.supervisor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is to be done with one part, from what was seen of it. A part that died is started again
 * after a second, then after 2, 4, 8, 16, 32 and from then on every 60 seconds, for ever; one that
 * lives but has not answered for a minute is replaced. Five quiet minutes make it new.
 *
 * <p>Silence is counted in questions as well as in time: a supervisor that was itself suspended has
 * asked nothing, and replaces nobody when it wakes.
 */
final class Watch {

  static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

  /** A part that has not answered yet may be migrating a large database, on a busy machine. */
  static final Duration LONGEST_START = Duration.ofHours(1);

  static final Duration STEADY_AFTER = Duration.ofMinutes(5);
  private static final int FEWEST_QUESTIONS = 6;

  enum Verdict {
    LEAVE,
    START,
    REPLACE
  }

  private int deaths;
  private Optional<Instant> startAt = Optional.empty();
  private Optional<Instant> runsSince = Optional.empty();
  private Instant lastSign = Instant.MIN;
  private boolean hasAnswered;
  private int unanswered;

  /** Notes the outcome of one question to the part. */
  synchronized void answered(Instant now) {
    lastSign = now;
    hasAnswered = true;
    unanswered = 0;
  }

  synchronized void stayedSilent() {
    unanswered++;
  }

  /** Checks a part of which it is known whether its process lives. */
  synchronized Verdict of(Life life, Instant now) {
    return life == Life.DEAD ? ofDead(now) : ofLiving(now);
  }

  enum Life {
    ALIVE,
    DEAD
  }

  private Verdict ofDead(Instant now) {
    if (runsSince.isPresent() && startAt.isEmpty()) {
      deaths++;
      startAt = Optional.of(now.plus(pause()));
    }
    if (startAt.isPresent() && now.isBefore(startAt.get())) {
      return Verdict.LEAVE;
    }
    began(now);
    return Verdict.START;
  }

  private Verdict ofLiving(Instant now) {
    if (runsSince.isEmpty() || startAt.isPresent()) {
      began(now); // taken over, or somebody else started it
    }
    Duration patience = hasAnswered ? LONGEST_SILENCE : LONGEST_START;
    if (unanswered >= FEWEST_QUESTIONS && !now.isBefore(lastSign.plus(patience))) {
      deaths++;
      startAt = Optional.of(now.plus(pause()));
      return Verdict.REPLACE;
    }
    if (deaths > 0 && hasAnswered && !now.isBefore(runsSince.get().plus(STEADY_AFTER))) {
      deaths = 0;
    }
    return Verdict.LEAVE;
  }

  private void began(Instant now) {
    runsSince = Optional.of(now);
    startAt = Optional.empty();
    lastSign = now;
    hasAnswered = false;
    unanswered = 0;
  }

  private Duration pause() {
    Duration doubled = Duration.ofSeconds(1L << Math.min(deaths - 1, 6));
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  /** How often it died or was replaced since it last ran for five minutes. */
  synchronized int deaths() {
    return deaths;
  }

  /** When it is tried again, should it be dead now. */
  synchronized Optional<Instant> nextStart() {
    return startAt;
  }
}
