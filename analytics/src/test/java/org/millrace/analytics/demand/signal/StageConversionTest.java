package org.millrace.analytics.demand.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.demand.signal.StageConversion.Ended;

class StageConversionTest {

  private static final double ROUNDING = 1e-9;

  private static void add(List<Ended> history, int cases, int won, String stage, double days) {
    for (int i = 0; i < cases; i++) {
      history.add(new Ended("O" + history.size(), stage, days, i < won));
    }
  }

  @Test
  void givesTheWorkedShares() {
    List<Ended> history = new ArrayList<>();
    add(history, 20, 18, "proposal", 5);
    add(history, 10, 2, "proposal", 40);
    add(history, 60, 20, "qualification", 5);

    StageConversion conversion = StageConversion.measured(history);

    assertThat(conversion.of("unknown", 3)).isCloseTo(0.4, within(ROUNDING));
    assertThat(conversion.of("proposal", 3)).isCloseTo(0.6, within(ROUNDING));
    assertThat(conversion.of("proposal", 45)).isCloseTo(0.4, within(ROUNDING));
  }

  @Test
  void expectsNothingWithoutHistoryAndLittleOfFewCases() {
    assertThat(StageConversion.measured(List.of()).of("proposal", 10)).isZero();
    StageConversion one = StageConversion.measured(List.of(new Ended("O", "proposal", 9, true)));
    assertThat(one.of("proposal", 9)).isBetween(0.09, 0.25);
  }

  @Test
  void countsAnOpportunityThatCameBackToAStageOnce() {
    List<Ended> twice =
        List.of(new Ended("O", "proposal", 9, true), new Ended("O", "proposal", 70, true));
    List<Ended> once = List.of(new Ended("O", "proposal", 70, true));

    assertThat(StageConversion.measured(twice).of("proposal", 0))
        .isEqualTo(StageConversion.measured(once).of("proposal", 0));
  }
}
