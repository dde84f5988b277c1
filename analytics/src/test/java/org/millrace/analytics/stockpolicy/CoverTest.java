package org.millrace.analytics.stockpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CoverTest {

  @Test
  void findsTheWorkedCover() {
    assertThat(Cover.days(300, 12)).hasValue(25);
    assertThat(Cover.days(50, List.of(20.0, 20.0, 40.0))).hasValue(15.75);
  }

  @Test
  void stockThatNothingEatsHasNoEnd() {
    assertThat(Cover.days(300, 0)).isEmpty();
    assertThat(Cover.days(40, List.of(20.0, 20.0))).isEmpty();
  }

  @Test
  void noStockCoversNothing() {
    assertThat(Cover.days(-5, 12)).hasValue(0);
    assertThat(Cover.days(0, List.of(0.0, 1.0))).hasValue(7);
  }

  @Property(seed = "20261124")
  void anEvenForecastGivesTheCoverOfItsRate(
      @ForAll @DoubleRange(min = 0, max = 100) double stock,
      @ForAll @DoubleRange(min = 1, max = 20) double perDay) {
    double byRate = Cover.days(stock, perDay).orElseThrow();
    double byWeek = Cover.days(stock, Collections.nCopies(20, 7 * perDay)).orElseThrow();

    assertThat(byWeek).isCloseTo(byRate, within(1e-9));
  }

  @Test
  void tellsThatProductionFallsBehind() {
    Pace behind = new Pace(12, 9, 300);

    assertThat(behind.ratio()).hasValue(0.75);
    assertThat(behind.daysOfCover()).hasValue(25);
    assertThat(behind.daysToStockOut()).hasValue(100);
    assertThat(behind.isAlarming(30)).isTrue();
    assertThat(behind.isAlarming(25)).isFalse();
  }

  @Test
  void tellsThatProductionKeepsUp() {
    assertThat(new Pace(9, 9, 300).daysToStockOut()).isEmpty();
    assertThat(new Pace(0, 1, 0).ratio()).isEmpty();
    assertThat(new Pace(0, 1, 0).isAlarming(30)).isFalse();
  }
}
