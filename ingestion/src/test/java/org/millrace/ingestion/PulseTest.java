package org.millrace.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PulseTest {

  private final MovingClock clock = new MovingClock();
  private final Pulse pulse = new Pulse(clock);

  @Test
  void startsUpAndComesUpWithTheFirstBeat() {
    assertThat(pulse.reading().state()).isEqualTo(Pulse.State.STARTING);
    pulse.wroteEvents(7, 20);
    pulse.beat();
    assertThat(pulse.reading().state()).isEqualTo(Pulse.State.UP);
    assertThat(pulse.reading().detail()).contains("20 events").contains("at version 7");
  }

  @Test
  void fallsBehindWithTheClockAndIsDownAfterAStandstill() {
    pulse.behind(0.5);
    pulse.beat();
    clock.move(Duration.ofSeconds(3));
    assertThat(pulse.reading().behindSeconds()).isEqualTo(3.5);
    clock.move(Pulse.STANDSTILL);
    assertThat(pulse.reading().state()).isEqualTo(Pulse.State.DOWN);
    assertThat(pulse.reading().detail()).contains("no checkpoint for 13 s");
  }

  @Test
  void isUpButBehindWhileItCatchesUp() {
    clock.move(Duration.ofSeconds(60));
    pulse.beat();
    assertThat(pulse.reading().state()).isEqualTo(Pulse.State.UP);
    assertThat(pulse.reading().behindSeconds()).isEqualTo(60);
  }

  @Test
  void aFailureIsToldUntilTheNextBeat() {
    pulse.fails("mend it");
    assertThat(pulse.reading()).isEqualTo(new Pulse.Reading(Pulse.State.DOWN, 0, "mend it"));
    pulse.beat();
    assertThat(pulse.reading().state()).isEqualTo(Pulse.State.UP);
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
