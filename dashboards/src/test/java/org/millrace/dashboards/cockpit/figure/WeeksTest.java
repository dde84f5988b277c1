package org.millrace.dashboards.cockpit.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WeeksTest {
  @Test
  void showsAWeekWithoutDemandAsZeroUpToTheForecast() {
    List<ChartAnswer.Point> given = List.of(point("2011-08-01", 4), point("2011-08-15", 6));
    assertThat(Weeks.filled(given, Optional.of("2011-08-29")))
        .containsExactly(
            point("2011-08-01", 4),
            point("2011-08-08", 0),
            point("2011-08-15", 6),
            point("2011-08-22", 0));
  }

  @Test
  void endsWithTheLastWeekWhenThereIsNoForecast() {
    assertThat(Weeks.filled(List.of(point("2011-08-01", 4)), Optional.empty())).hasSize(1);
    assertThat(Weeks.filled(List.of(), Optional.empty())).isEmpty();
  }

  private static ChartAnswer.Point point(String week, long quantity) {
    return new ChartAnswer.Point(week, Optional.of(BigDecimal.valueOf(quantity)));
  }
}
