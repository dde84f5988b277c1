package org.millrace.analytics.stockpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CoverTest {

  @Test
  void findsTheWorkedCover() {
    assertThat(Cover.days(300, 12)).hasValue(25);
  }

  @Test
  void stockThatNothingEatsHasNoEnd() {
    assertThat(Cover.days(300, 0)).isEmpty();
  }

  @Test
  void noStockCoversNothing() {
    assertThat(Cover.days(-5, 12)).hasValue(0);
  }

  @Test
  void tellsThatProductionFallsBehind() {
    Pace behind = new Pace(12, 9, 300);

    assertThat(behind.ratio()).hasValue(0.75);
    assertThat(behind.daysToStockOut()).hasValue(100);
  }

  @Test
  void tellsThatProductionKeepsUp() {
    assertThat(new Pace(9, 9, 300).daysToStockOut()).isEmpty();
    assertThat(new Pace(0, 1, 0).ratio()).isEmpty();
  }
}
