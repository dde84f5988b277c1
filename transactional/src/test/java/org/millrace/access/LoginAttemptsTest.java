package org.millrace.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginAttemptsTest {
  private final MovedClock clock = new MovedClock();
  private final LoginAttempts attempts = new LoginAttempts(clock);

  @Test
  void closesForLongerEachTimeAndOpensAgain() {
    fail(LoginAttempts.FREE - 1);
    assertThat(attempts.closedFor("anna")).isZero();
    fail(1);
    assertThat(attempts.closedFor("anna")).isEqualTo(Duration.ofSeconds(30));
    assertThat(attempts.closedFor("bert")).isZero();

    clock.now = clock.now.plusSeconds(30);
    assertThat(attempts.closedFor("anna")).isZero();
    fail(1);
    assertThat(attempts.closedFor("anna")).isEqualTo(Duration.ofSeconds(60));
    fail(20);
    assertThat(attempts.closedFor("anna")).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void theRightPasswordForgets() {
    fail(LoginAttempts.FREE - 1);
    attempts.succeeded("anna");
    fail(LoginAttempts.FREE - 1);
    assertThat(attempts.closedFor("anna")).isZero();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      attempts.failed("anna");
    }
  }

  private static final class MovedClock extends Clock {
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
