package org.millrace.deploy.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millrace.deploy.supervisor.Watch.Life.ALIVE;
import static org.millrace.deploy.supervisor.Watch.Life.DEAD;
import static org.millrace.deploy.supervisor.Watch.Verdict.LEAVE;
import static org.millrace.deploy.supervisor.Watch.Verdict.REPLACE;
import static org.millrace.deploy.supervisor.Watch.Verdict.START;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private final Watch watch = new Watch();

  @Test
  void triesAPartThatKeepsDyingOnceAMinuteForEver() {
    List<Long> starts = new ArrayList<>();
    for (long second = 0; second <= 7_200; second++) {
      if (watch.of(DEAD, NOON.plusSeconds(second)) == START) {
        starts.add(second);
      }
    }
    // After a start the next look, a second later, finds it dead.
    assertThat(starts.subList(0, 9)).containsExactly(0L, 2L, 5L, 10L, 19L, 36L, 69L, 130L, 191L);
    assertThat(starts.get(starts.size() - 1)).isGreaterThan(7_130);
  }

  @Test
  void startsAPartAtOnceThatRanQuietly() {
    watch.of(DEAD, NOON);
    for (int death = 0; death < 8; death++) {
      watch.of(DEAD, NOON.plusSeconds(100L * death + 1));
      watch.of(DEAD, NOON.plusSeconds(100L * death + 99));
    }
    assertThat(watch.deaths()).isEqualTo(8);
    watch.answered(NOON.plusSeconds(900));
    watch.of(ALIVE, NOON.plusSeconds(1_200));
    assertThat(watch.deaths()).isZero();
    watch.of(DEAD, NOON.plusSeconds(1_201));
    assertThat(watch.nextStart()).contains(NOON.plusSeconds(1_202));
  }

  @Test
  void replacesAPartThatLivesAndIsSilentForAMinute() {
    watch.of(DEAD, NOON);
    watch.answered(NOON.plusSeconds(20));
    assertThat(silentUntil(79)).isEqualTo(LEAVE);
    assertThat(silentUntil(80)).isEqualTo(REPLACE);
    assertThat(watch.deaths()).isEqualTo(1);
  }

  @Test
  void givesAPartThatStartsMoreTime() {
    watch.of(DEAD, NOON);
    assertThat(silentUntil(3_599)).isEqualTo(LEAVE);
    assertThat(silentUntil(3_600)).isEqualTo(REPLACE);
  }

  @Test
  void replacesNobodyWhomItDidNotAsk() {
    watch.of(DEAD, NOON);
    watch.answered(NOON.plusSeconds(20));
    watch.stayedSilent();
    assertThat(watch.of(ALIVE, NOON.plusSeconds(3_600))).isEqualTo(LEAVE);
  }

  @Test
  void takesOverAPartThatLives() {
    assertThat(watch.of(ALIVE, NOON)).isEqualTo(LEAVE);
    assertThat(watch.of(DEAD, NOON.plusSeconds(1))).isEqualTo(LEAVE);
    assertThat(watch.of(DEAD, NOON.plusSeconds(2))).isEqualTo(START);
  }

  private Watch.Verdict silentUntil(long second) {
    for (int question = 0; question < 6; question++) {
      watch.stayedSilent();
    }
    return watch.of(ALIVE, NOON.plusSeconds(second));
  }
}
