package org.millrace.analytics.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PurchaseRhythmTest {

  private static final LocalDate START = LocalDate.of(2011, 1, 1);

  private static PurchaseRhythm onDays(int... days) {
    return PurchaseRhythm.of(IntStream.of(days).mapToObj(START::plusDays).toList());
  }

  @Test
  void findsTheWorkedRhythmInAnyOrder() {
    assertThat(onDays(40, 0, 30, 10, 10)).isEqualTo(new PurchaseRhythm(START.plusDays(40), 4, 10));
  }

  @Test
  void stopsTheDayAfterThreeGaps() {
    PurchaseRhythm rhythm = onDays(0, 10, 30, 40);

    assertThat(rhythm.hasStopped(START.plusDays(70), 3)).isFalse();
    assertThat(rhythm.hasStopped(START.plusDays(71), 3)).isTrue();
  }

  @Test
  void takesTheMiddleOfTwoMiddleGaps() {
    assertThat(onDays(0, 10, 30).medianGapDays()).isEqualTo(15);
  }

  @Test
  void saysNothingAboutTwoPurchases() {
    assertThat(onDays(0, 1).isKnown()).isFalse();
    assertThat(onDays(0, 1).hasStopped(START.plusDays(999), 3)).isFalse();
  }

  @Test
  void refusesCustomersWhoNeverBought() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PurchaseRhythm.of(List.of()))
        .withMessageContaining("at least one purchase");
  }
}
