package org.millrace.analytics.forecast.smoothing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SeasonTest {

  private static final Offset<Double> EXACT = within(1e-9);

  @Test
  void ratiosOfTwoPlaces() {
    SeasonFactors factors = SeasonFactors.of(new double[] {10, 20, 10, 20, 10, 20}, 2);

    assertThat(factors.restored(new double[] {1, 1}, 0))
        .containsExactly(new double[] {2.0 / 3, 4.0 / 3}, EXACT);
    assertThat(factors.removed(10, 20)).containsExactly(new double[] {15, 15}, EXACT);
  }

  @Test
  void seasonIsAddedWhereAValueIsNotPositive() {
    SeasonFactors factors = SeasonFactors.of(new double[] {-5, 5, -5, 5, -5, 5}, 2);

    assertThat(factors.restored(new double[] {0, 0}, 1))
        .containsExactly(new double[] {5, -5}, EXACT);
  }

  @Test
  void testTellsASeasonFromNoise() {
    Random random = new Random(7);
    double[] noise = random.doubles(60).toArray();
    double[] seasonal = new double[60];
    for (int i = 0; i < 60; i++) {
      seasonal[i] = noise[i] + 3 * Math.sin(2 * Math.PI * i / 12);
    }

    assertThat(Seasonality.isShown(noise, 12)).isFalse();
    assertThat(Seasonality.isShown(seasonal, 12)).isTrue();
    assertThat(Seasonality.isShown(new double[60], 12)).isFalse();
    assertThat(Seasonality.isShown(new double[] {1, 9, 1, 9}, 2)).isFalse();
  }

  @Test
  void adjustedMethodPutsTheSeasonBack() {
    double[] history = new double[20];
    for (int i = 0; i < 20; i++) {
      history[i] = i % 2 == 0 ? 10 : 20;
    }

    assertThat(SeasonallyAdjusted.tested(new Naive()).forecast(history, 2, 3))
        .containsExactly(new double[] {10, 20, 10}, EXACT);
  }
}
