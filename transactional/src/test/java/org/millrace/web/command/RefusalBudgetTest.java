package org.millrace.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RefusalBudgetTest {
  private final MovedClock clock = new MovedClock();
  private final RefusalBudget budget = new RefusalBudget(clock);

  @Test
  void takesSoManyOfAnAddressInAnHour() {
    assertThat(taken("10.0.0.1", 3 * RefusalBudget.OF_ADDRESS)).isEqualTo(RefusalBudget.OF_ADDRESS);
    assertThat(taken("10.0.0.2", 1)).as("from elsewhere").isEqualTo(1);
    clock.now = clock.now.plusSeconds(3_600);
    assertThat(taken("10.0.0.1", 1)).as("an hour later").isEqualTo(1);
  }

  @Test
  void takesSoManyOfAllAddresses() {
    int taken = 0;
    for (int i = 0; i < 2 * RefusalBudget.OF_ALL; i++) {
      taken += taken("10.0." + i / 250 + "." + i % 250, 1);
    }
    assertThat(taken).isEqualTo(RefusalBudget.OF_ALL);
  }

  private int taken(String address, int asked) {
    int taken = 0;
    for (int i = 0; i < asked; i++) {
      taken += budget.takes(address) ? 1 : 0;
    }
    return taken;
  }

  private static final class MovedClock extends Clock {
    private Instant now = Instant.parse("2026-03-01T00:00:00Z");

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
