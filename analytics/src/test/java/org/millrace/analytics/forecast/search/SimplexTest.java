package org.millrace.analytics.forecast.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SimplexTest {

  private static final double NEAR = 1e-3;

  @Test
  void findsTheLowestPoint() {
    double[] found =
        Simplex.lowest(
            p -> (p[0] - 3) * (p[0] - 3) + 2 * (p[1] + 1) * (p[1] + 1),
            Box.of(-10, 10, -10, 10),
            new double[] {0, 0},
            500,
            1e-12);

    assertThat(found[0]).isCloseTo(3, within(NEAR));
    assertThat(found[1]).isCloseTo(-1, within(NEAR));
  }

  @Test
  void staysWithinItsLimits() {
    double[] found = Simplex.lowest(p -> -p[0], Box.of(0, 2), new double[] {1}, 200, 1e-12);

    assertThat(found[0]).isCloseTo(2, within(NEAR));
  }

  @Test
  void neverTakesAPointWithoutALoss() {
    double[] found =
        Simplex.lowest(
            p -> p[0] > 1.5 ? Double.NaN : -p[0], Box.of(0, 2), new double[] {0.5}, 200, 1e-12);

    assertThat(found[0]).isBetween(1.4, 1.5);
  }

  @Test
  void refusesHalfAPairOfLimits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Box.of(1, 2, 3))
        .withMessage("Limits come in pairs, but there are 3");
  }
}
