package org.millrace.analytics.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.planning.CompanyFacts.ForecastWeek;

class LaterWeeksTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
  private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

  private static ForecastWeek week(int after, double quantity, double statistical) {
    return new ForecastWeek("BIKE", MONDAY.plusWeeks(after), quantity, 0, statistical);
  }

  @Test
  void eachWeekToTheEndOfThePlanBringsTheMeanOfTheForecast() {
    List<ForecastWeek> weeks = List.of(week(1, 30, 30), week(0, 20, 20));

    assertThat(new LaterWeeks(WEDNESDAY, 4).with(weeks))
        .containsExactly(
            week(1, 30, 30), week(0, 20, 20), week(2, 25, 25), week(3, 25, 25), week(4, 25, 25));
  }

  @Test
  void aDealOrAPromotionDoesNotRepeat() {
    assertThat(new LaterWeeks(WEDNESDAY, 2).with(List.of(week(0, 500, 20), week(1, 20, 20))))
        .contains(week(2, 20, 20));
  }

  @Test
  void whatIsNotForecastIsNotExpectedLater() {
    List<ForecastWeek> over = List.of(week(-1, 20, 20));

    assertThat(new LaterWeeks(WEDNESDAY, 26).with(over)).isEqualTo(over);
    assertThat(new LaterWeeks(WEDNESDAY, 26).with(List.of())).isEmpty();
  }

  @Test
  void aForecastAsLongAsThePlanStaysAsItIs() {
    List<ForecastWeek> weeks = List.of(week(0, 20, 20), week(1, 20, 20));

    assertThat(new LaterWeeks(MONDAY, 2).with(weeks)).isEqualTo(weeks);
  }
}
