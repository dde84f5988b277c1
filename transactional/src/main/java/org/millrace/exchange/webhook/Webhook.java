package org.millrace.exchange.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.millrace.exchange.event.EventPosition;
import org.millrace.shared.CompanyCode;

/**
 * Who is told of the events of a company.
 *
 * @param target where they are sent, and of which types
 * @param done up to where that is done
 * @param trouble what went wrong since it last went well
 */
record Webhook(
    CompanyCode company,
    UUID id,
    Target target,
    State state,
    EventPosition done,
    Trouble trouble,
    Made made) {

  /** Whether events are sent. */
  enum State {
    ACTIVE,
    /** Somebody stopped it. */
    PAUSED,
    /** It failed for too long. */
    DISABLED
  }

  /** Where events go, signed with the secret that only the receiver knows. */
  record Target(String url, List<String> types, String secret) {
    Target {
      types = List.copyOf(types);
    }
  }

  /** Failures one after the other, since when, why, and when it is tried again. */
  record Trouble(
      int failures,
      Optional<Instant> since,
      Optional<Instant> nextAttemptAt,
      Optional<String> lastError) {
    static Trouble none() {
      return new Trouble(0, Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /** Who made it when. */
  record Made(String by, Instant at) {}

  /** The same after events were taken up to a position. */
  Webhook taken(EventPosition upTo) {
    return new Webhook(company, id, target, state, upTo, Trouble.none(), made);
  }

  /** The same after an event was not taken: it waits longer each time, and ends after days. */
  Webhook failed(String error, Instant now) {
    int failures = trouble.failures() + 1;
    Instant since = trouble.since().orElse(now);
    Trouble more =
        new Trouble(
            failures,
            Optional.of(since),
            Optional.of(now.plus(Waits.after(failures))),
            Optional.of(error));
    State then = Waits.isTooLong(since, now) ? State.DISABLED : state;
    return new Webhook(company, id, target, then, done, more, made);
  }

  /** The same from another position, at once. */
  Webhook from(EventPosition position) {
    return new Webhook(company, id, target, state, position, Trouble.none(), made);
  }

  /** The same, stopped or going on at once. */
  Webhook in(State other) {
    return new Webhook(company, id, target, other, done, Trouble.none(), made);
  }
}
