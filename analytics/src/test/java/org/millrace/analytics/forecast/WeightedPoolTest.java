package org.millrace.analytics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.forecast.smoothing.Drift;
import org.millrace.analytics.forecast.smoothing.Naive;

class WeightedPoolTest {

  private static final double NEAR = 1e-9;

  @Test
  void weightsAreDrawnHalfWayToEqual() {
    assertThat(WeightedPool.weights(1, 9)).containsExactly(new double[] {0.7, 0.3}, within(NEAR));
    assertThat(WeightedPool.weights(0, 9)).containsExactly(0.5, 0.5);
  }

  @Test
  void theBetterMethodWeighsMore() {
    double[] rising = {1, 2, 3, 5, 5, 6, 8, 8, 9, 10, 12, 12, 13, 14, 16, 16};
    WeightedPool pool = WeightedPool.of("Two", List.of(new Naive(), new Drift()));

    assertThat(pool.forecast(rising, 1, 2)[1]).isGreaterThan(17).isLessThan(18);
  }

  @Test
  void refusesToPoolNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightedPool.of("None", List.of()))
        .withMessage("The pool 'None' has no method");
  }
}
