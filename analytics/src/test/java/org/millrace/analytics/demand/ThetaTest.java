package org.millrace.analytics.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ThetaTest {

  private static final Offset<Double> SAME = within(1e-9);

  private final Theta theta = new Theta();

  @Test
  void halvesTheTrendOfAStraightLineAsWorked() {
    assertThat(theta.forecast(new double[] {1, 2, 3, 4, 5, 6}, 2))
        .containsExactly(new double[] {6.5, 7}, within(0.02));
  }

  @Test
  void continuesAConstant() {
    assertThat(theta.forecast(new double[] {5, 5, 5, 5}, 3))
        .containsExactly(new double[] {5, 5, 5}, SAME);
  }

  /** Hyndman and Billah (2003): each step adds half the slope of the trend line. */
  @Test
  void driftsByHalfTheSlopeOfTheTrend() {
    Random random = new Random(11);
    double[] history = random.doubles(40, 0, 50).toArray();
    for (int i = 0; i < history.length; i++) {
      history[i] += 2 * i;
    }
    double slope = Line.through(history).slope();

    double[] forecast = theta.forecast(history, 3);

    assertThat(forecast[1] - forecast[0]).isCloseTo(slope / 2, SAME);
    assertThat(forecast[2] - forecast[1]).isCloseTo(slope / 2, SAME);
  }

  @Test
  void acceptsASingleValue() {
    assertThat(theta.forecast(new double[] {4}, 2)).containsExactly(new double[] {4, 4}, SAME);
  }
}
