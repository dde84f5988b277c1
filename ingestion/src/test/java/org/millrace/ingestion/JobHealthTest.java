package org.millrace.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class JobHealthTest {

  private final MovingClock clock = new MovingClock();
  private final JobHealth health = new JobHealth(clock);

  @Test
  void startsUpAndComesUpWithTheFirstBeat() {
    assertThat(health.reading().state()).isEqualTo(JobHealth.State.STARTING);
    health.wroteEvents(7, 20);
    health.beat();
    assertThat(health.reading().state()).isEqualTo(JobHealth.State.UP);
    assertThat(health.reading().detail()).contains("20 events").contains("at version 7");
  }

  @Test
  void fallsBehindWithTheClockAndIsDownAfterAStandstill() {
    health.behind(0.5);
    health.beat();
    clock.move(Duration.ofSeconds(3));
    assertThat(health.reading().behindSeconds()).isEqualTo(3.5);
    clock.move(JobHealth.STANDSTILL);
    assertThat(health.reading().state()).isEqualTo(JobHealth.State.DOWN);
    assertThat(health.reading().detail()).contains("no checkpoint for 13 s");
  }

  @Test
  void isUpButBehindWhileItCatchesUp() {
    clock.move(Duration.ofSeconds(60));
    health.beat();
    assertThat(health.reading().state()).isEqualTo(JobHealth.State.UP);
    assertThat(health.reading().behindSeconds()).isEqualTo(60);
  }

  @Test
  void aFailureIsToldUntilTheNextBeat() {
    health.fails("mend it");
    assertThat(health.reading())
        .isEqualTo(new JobHealth.Reading(JobHealth.State.DOWN, 0, "mend it"));
    health.beat();
    assertThat(health.reading().state()).isEqualTo(JobHealth.State.UP);
  }

  private static final class MovingClock extends Clock {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void move(Duration step) {
      now = now.plus(step);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
