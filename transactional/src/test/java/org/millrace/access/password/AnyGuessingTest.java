package org.millrace.access.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whoever guesses passwords, at whatever pace, tries few in an hour and locks nobody else out. */
class AnyGuessingTest {
  private static final Duration HOUR = Duration.ofHours(1);

  /** Pauses of half a minute that double up to a quarter of an hour leave no more. */
  private static final int MOST_IN_AN_HOUR = LoginAttempts.FREE + 9;

  @Property(tries = 200)
  void triesFewInAnHourAtWhateverPace(
      @ForAll @Size(50) List<@IntRange(min = 0, max = 600) Integer> pauses) {
    MovedClock clock = new MovedClock();
    LoginAttempts attempts = new LoginAttempts(clock);
    Instant begin = clock.now;
    int tried = 0;
    for (int seconds : pauses) {
      clock.now = clock.now.plusSeconds(seconds);
      if (clock.now.isAfter(begin.plus(HOUR))) {
        break;
      }
      if (attempts.begin("uta", "10.0.0.1").isZero()) {
        attempts.failed("uta", "10.0.0.1");
        tried++;
      }
    }
    assertThat(tried).isLessThanOrEqualTo(MOST_IN_AN_HOUR);
    assertThat(attempts.begin("uta", "10.0.0.2")).as("the user herself, at home").isZero();
    assertThat(attempts.begin("ben", "10.0.0.1")).as("another user there").isZero();
  }

  /** Who waits as long as he is told may try again at that moment and not before. */
  @Property(tries = 200)
  void mayTryAgainWhenItIsTold(@ForAll @IntRange(min = 5, max = 12) int wrong) {
    MovedClock clock = new MovedClock();
    LoginAttempts attempts = new LoginAttempts(clock);
    for (int i = 0; i < wrong; i++) {
      clock.now = clock.now.plus(attempts.begin("uta", "10.0.0.1"));
      attempts.begin("uta", "10.0.0.1");
      attempts.failed("uta", "10.0.0.1");
    }
    Duration told = attempts.begin("uta", "10.0.0.1");
    assertThat(told).isBetween(Duration.ofSeconds(30), Duration.ofMinutes(15));
    clock.now = clock.now.plus(told).minusMillis(1);
    assertThat(attempts.begin("uta", "10.0.0.1")).isPositive();
    clock.now = clock.now.plusMillis(1);
    assertThat(attempts.begin("uta", "10.0.0.1")).isZero();
  }

  /** Many at once are no more than many in a row. */
  @Property(tries = 100)
  void triesNoMoreAtOnce(@ForAll @IntRange(min = 1, max = 40) int atOnce) {
    LoginAttempts attempts = new LoginAttempts(new MovedClock());
    int begun = 0;
    for (int i = 0; i < atOnce; i++) {
      begun += attempts.begin("uta", "10.0.0.1").isZero() ? 1 : 0;
    }
    assertThat(begun).isEqualTo(Math.min(atOnce, LoginAttempts.FREE));
    attempts.succeeded("uta", "10.0.0.1");
    assertThat(attempts.begin("uta", "10.0.0.1")).as("the right one forgets the others").isZero();
  }
}
