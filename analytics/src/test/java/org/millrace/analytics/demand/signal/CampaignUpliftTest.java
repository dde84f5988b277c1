package org.millrace.analytics.demand.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.demand.signal.CampaignUplift.CampaignWeek;

class CampaignUpliftTest {

  private static final double ROUNDING = 1e-9;

  @Test
  void givesTheWorkedUplifts() {
    List<CampaignWeek> history = new ArrayList<>();
    for (int week = 0; week < 4; week++) {
      history.add(new CampaignWeek("bell", 22.5, 7.5));
      history.add(new CampaignWeek("lamp", 27.5, 17.5));
    }

    CampaignUplift uplift = CampaignUplift.measured(history);

    assertThat(uplift.of("unknown")).isCloseTo(0.5, within(ROUNDING));
    assertThat(uplift.of("bell")).isCloseTo(1.0, within(ROUNDING));
  }

  @Test
  void expectsNothingWithoutHistoryAndNeverLessThanNothingSold() {
    assertThat(CampaignUplift.measured(List.of()).of("bell")).isZero();
    List<CampaignWeek> harm = List.of(new CampaignWeek("bell", 0, 10));
    assertThat(CampaignUplift.measured(harm).of("bell")).isBetween(-1.0, 0.0);
  }
}
