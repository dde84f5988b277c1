package org.millrace.analytics.forecast.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DescentTest {

  private static final double NEAR = 1e-4;

  @Test
  void findsTheLowestPoint() {
    Descent descent =
        new Descent(
            (p, gradient) -> {
              gradient[0] = 2 * (p[0] - 3);
              gradient[1] = 4 * (p[1] + 1);
              return (p[0] - 3) * (p[0] - 3) + 2 * (p[1] + 1) * (p[1] + 1);
            },
            0,
            0);

    assertThat(descent.run(50, 1e-12).point()).containsExactly(new double[] {3, -1}, within(NEAR));
    assertThat(descent.loss()).isCloseTo(0, within(NEAR));
  }

  @Test
  void followsABentValley() {
    Descent descent = new Descent(DescentTest::rosenbrock, -1.2, 1);

    assertThat(descent.run(100, 1e-14).point()).containsExactly(new double[] {1, 1}, within(NEAR));
  }

  @Test
  void goesOnWhereItStopped() {
    Descent whole = new Descent(DescentTest::rosenbrock, -1.2, 1).run(20, 0);
    Descent parts = new Descent(DescentTest::rosenbrock, -1.2, 1).run(8, 0).run(12, 0);

    assertThat(parts.point()).containsExactly(whole.point());
  }

  @Test
  void neverTakesAPointWithoutALoss() {
    Descent descent =
        new Descent(
            (p, gradient) -> {
              gradient[0] = -1;
              return p[0] > 1.5 ? Double.POSITIVE_INFINITY : -p[0];
            },
            0.5);

    assertThat(descent.run(60, 0).point()[0]).isBetween(1.4, 1.5);
  }

  private static double rosenbrock(double[] p, double... gradient) {
    double bend = p[1] - p[0] * p[0];
    gradient[0] = -400 * p[0] * bend - 2 * (1 - p[0]);
    gradient[1] = 200 * bend;
    return 100 * bend * bend + (1 - p[0]) * (1 - p[0]);
  }
}
