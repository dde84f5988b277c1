package org.millrace.deploy.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestartLimitTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @Test
  void givesUpAPartThatKeepsDying() {
    RestartLimit limit = new RestartLimit(2, Duration.ofMinutes(5));
    assertThat(limit.admits(NOON)).isTrue();
    assertThat(limit.admits(NOON.plusSeconds(1))).isTrue();
    assertThat(limit.admits(NOON.plusSeconds(2))).isFalse();
  }

  @Test
  void forgetsDeathsLongAgo() {
    RestartLimit limit = new RestartLimit(1, Duration.ofMinutes(5));
    assertThat(limit.admits(NOON)).isTrue();
    assertThat(limit.admits(NOON.plusSeconds(301))).isTrue();
  }

  @Test
  void waitsLongerAfterEachDeath() {
    RestartLimit limit = new RestartLimit(5, Duration.ofMinutes(5));
    assertThat(limit.isRested(NOON)).isTrue();
    limit.admits(NOON);
    assertThat(limit.isRested(NOON.plusMillis(900))).isFalse();
    assertThat(limit.isRested(NOON.plusMillis(1_100))).isTrue();
    limit.admits(NOON.plusMillis(1_100));
    assertThat(limit.isRested(NOON.plusMillis(2_500))).isFalse();
  }
}
