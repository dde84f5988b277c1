package org.millrace.ingestion.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CompletenessTest {

  private final Completeness completeness = new Completeness(null);

  @Test
  void isNowWhenNobodyWrites() {
    assertThat(completeness.after(100)).contains(100L);
    assertThat(completeness.after(200)).contains(200L);
  }

  @Test
  void staysBeforeTheOldestWriterUntilItEnds() {
    completeness.after(100);
    assertThat(completeness.after(200, "3/7")).contains(100L);
    assertThat(completeness.after(300, "3/7", "4/1")).contains(100L);
    assertThat(completeness.after(400, "4/1")).contains(200L);
    assertThat(completeness.after(500)).contains(500L);
  }

  @Test
  void promisesNothingWhileWritersOfBeforeTheFirstLookLast() {
    assertThat(completeness.after(100, "3/7")).isEmpty();
    assertThat(completeness.after(200, "3/7", "4/1")).isEmpty();
    assertThat(completeness.after(300, "4/1")).contains(100L);
  }

  @Test
  void beginsAnewWhenTheClockWasSetBack() {
    completeness.after(3_600_000_000L);
    assertThatThrownBy(() -> completeness.after(500_000L))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("went back by 3599.5 s");
  }
}
