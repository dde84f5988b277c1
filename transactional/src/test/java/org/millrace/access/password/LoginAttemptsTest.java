package org.millrace.access.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginAttemptsTest {
  private static final String HERE = "10.0.0.1";
  private final MovedClock clock = new MovedClock();
  private final LoginAttempts attempts = new LoginAttempts(clock);

  @Test
  void closesForLongerEachTimeAndOpensAgain() {
    fail(LoginAttempts.FREE - 1);
    fail(1);
    assertThat(begin("anna", HERE)).isEqualTo(Duration.ofSeconds(30));
    assertThat(begin("bert", HERE)).as("another name").isZero();
    assertThat(begin("anna", "10.0.0.9")).as("another address").isZero();

    clock.now = clock.now.plusSeconds(30);
    fail(1);
    assertThat(begin("anna", HERE)).isEqualTo(Duration.ofSeconds(60));
    for (int i = 0; i < 20; i++) {
      clock.now = clock.now.plus(begin("anna", HERE));
      fail(1);
    }
    assertThat(begin("anna", HERE)).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void theRightPasswordForgets() {
    fail(LoginAttempts.FREE - 1);
    assertThat(begin("anna", HERE)).isZero();
    attempts.succeeded("anna", HERE);
    fail(LoginAttempts.FREE - 1);
    assertThat(begin("anna", HERE)).isZero();
  }

  @Test
  void countsThoseThatAreStillBeingLookedAt() {
    for (int i = 0; i < LoginAttempts.FREE; i++) {
      assertThat(begin("anna", HERE)).isZero();
    }
    assertThat(begin("anna", HERE)).isEqualTo(Duration.ofSeconds(1));
    attempts.abandoned("anna", HERE);
    assertThat(begin("anna", HERE)).isZero();
  }

  @Test
  void closesAnAddressThatTriesManyNames() {
    for (int i = 0; i < LoginAttempts.FREE_OF_ADDRESS; i++) {
      assertThat(begin("name " + i, HERE)).isZero();
      attempts.failed("name " + i, HERE);
    }
    assertThat(begin("carl", HERE)).isEqualTo(Duration.ofSeconds(30));
    assertThat(begin("carl", "10.0.0.9")).isZero();
    clock.now = clock.now.plus(Duration.ofMinutes(20));
    assertThat(begin("carl", HERE)).as("long past").isZero();
  }

  private Duration begin(String name, String address) {
    return attempts.begin(name, address);
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(attempts.begin("anna", HERE)).isZero();
      attempts.failed("anna", HERE);
    }
  }
}
