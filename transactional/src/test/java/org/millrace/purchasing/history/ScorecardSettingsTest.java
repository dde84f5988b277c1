package org.millrace.purchasing.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScorecardSettingsTest {
  @Test
  void countsTwelveMonthsAndEachPartAlikeByDefault() {
    assertThat(ScorecardSettings.DEFAULT).isEqualTo(new ScorecardSettings(12, 1, 1, 1));
  }

  @Test
  void refusesAScoreOfNothing() {
    assertThatThrownBy(() -> new ScorecardSettings(12, 0, 0, 0))
        .hasMessageContaining("onTimeWeight is '0', expected more than 0");
    assertThat(new ScorecardSettings(60, 0, 100, 0).returnsWeight()).isEqualTo(100);
  }

  @Test
  void tellsAllThatIsWrongTogether() {
    assertThatThrownBy(() -> new ScorecardSettings(61, -1, 101, 1))
        .hasMessageContaining("months is '61', expected a number from 1 to 60")
        .hasMessageContaining("onTimeWeight is '-1', expected a number from 0 to 100")
        .hasMessageContaining("returnsWeight is '101'");
  }
}
