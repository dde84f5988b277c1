package org.millrace.client;

import java.time.Duration;

/**
 * How long one answer is waited for, how often a request is sent, and how long the first pause
 * before sending it again lasts where the core names none; each further one lasts twice as long.
 */
public record CorePatience(Duration answer, int tries, Duration pause) {
  /** Sent once: whoever asks comes again by itself. */
  public static CorePatience once(Duration answer) {
    return new CorePatience(answer, 1, Duration.ZERO);
  }

  /** Sent until it is answered, for some minutes. */
  public static CorePatience stubborn(Duration answer) {
    return new CorePatience(answer, 9, Duration.ofMillis(50));
  }

  Duration pauseBefore(int attempt) {
    return pause.multipliedBy(1L << Math.min(attempt - 1, 10));
  }
}
