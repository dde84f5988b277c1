package org.millrace.analytics.demand.stockout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.forecast.ForecastMethod;

class GapsTest {

  private static final double NONE = Double.NaN;

  /** Says what it sees. */
  private static final ForecastMethod ECHO =
      new ForecastMethod() {
        @Override
        public String title() {
          return "Echo";
        }

        @Override
        public double[] forecast(double[] history, int season, int steps) {
          return history;
        }
      };

  @Test
  void aMethodSeesGapsFilledOrNotAtAll() {
    double[] history = {10, NONE, 14, NONE};

    assertThat(Gaps.filling(ECHO).forecast(history, 1, 1)).containsExactly(10, 12, 14, 14);
    assertThat(Gaps.skipping(ECHO).forecast(history, 1, 1)).containsExactly(10, 14);
    assertThat(Gaps.filling(ECHO).title()).isEqualTo("Echo");
  }

  @Test
  void aHistoryWithoutGapsIsSeenAsItIs() {
    double[] history = {3, 0, 5};

    assertThat(Gaps.filling(ECHO).forecast(history, 1, 1)).isSameAs(history);
    assertThat(Gaps.skipping(ECHO).forecast(history, 1, 1)).containsExactly(history);
    assertThat(Gaps.in(history, new BitSet())).containsExactly(history);
  }
}
