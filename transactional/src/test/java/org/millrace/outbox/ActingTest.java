package org.millrace.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.millrace.TestingMasters.COMPANY;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millrace.shared.EventHead;
import org.millrace.stock.Location;
import org.millrace.stock.LocationAdded;
import org.millrace.stock.LocationCode;

/** Who acts in a thread, and what is seen of what he does. */
class ActingTest {
  @Test
  void isTheUserForTheTimeOfTheWorkHoweverItEnds() {
    assertThat(Acting.actor()).isEqualTo("system");
    String told =
        Acting.as(
            "uta",
            "c-1",
            () ->
                Acting.as("ben", "c-2", () -> Acting.actor() + Acting.correlationId())
                    + Acting.actor()
                    + Acting.correlationId());
    assertThat(told).isEqualTo("benc-2utac-1");
    assertThatThrownBy(
            () ->
                Acting.as(
                    "uta",
                    "c-1",
                    () -> {
                      throw new IllegalStateException("broken off");
                    }))
        .hasMessage("broken off");
    assertThat(Acting.actor() + " " + Acting.correlationId()).isEqualTo("system system");
  }

  @Test
  void isWatchedWithoutWhatWasUndone() {
    Published.add(List.of(added("NOBODY-WATCHES")));
    assertThat(Published.count()).isZero();
    Published watch = Published.watched();
    try {
      Published.add(List.of(added("A")));
      int before = Published.count();
      Published.add(List.of(added("B"), added("C")));
      Published.forgetAfter(before);
      Published.add(List.of(added("D")));
      assertThat(watch.events())
          .extracting(event -> ((LocationAdded) event).location().code().value())
          .containsExactly("A", "D");
    } finally {
      watch.end();
    }
    Published.add(List.of(added("E")));
    assertThat(watch.events()).hasSize(2);
  }

  private static LocationAdded added(String code) {
    return new LocationAdded(
        EventHead.of(COMPANY, "stock-location:" + code, 1, Instant.EPOCH),
        new Location(new LocationCode(code), code));
  }
}
