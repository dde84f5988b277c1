package org.millrace.analytics.forecast.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.forecast.intermittent.DemandDistribution;
import org.millrace.analytics.forecast.season.Seasons;

class CalibrationTest {

  /** One in three that never sell again, the others sell 1 in two of five steps. */
  private static List<Calibration.Trial> trials(int items) {
    Random random = new Random(7);
    return IntStream.range(0, items)
        .mapToObj(
            item -> {
              double chance = item % 3 == 0 ? 0 : 0.4;
              double[] came = new double[50];
              Arrays.setAll(came, i -> random.nextDouble() < chance ? 1 : 0);
              return new Calibration.Trial(
                  DemandDistribution.around(Math.max(0.05, chance), 1, 0, 1, 0, 0), came);
            })
        .toList();
  }

  @Test
  void theOthersAimLowerWhereSomeMustHoldMore() {
    assertThat(Calibration.on(trials(90)).aimFor(0.8)).isCloseTo(0.7, within(0.03));
  }

  @Test
  void nobodyGivesWayInVainOrOfFew() {
    assertThat(Calibration.on(trials(29)).aimFor(0.8)).isEqualTo(0.8);
    assertThat(Calibration.on(Collections.nCopies(40, trials(1).get(0))).aimFor(0.8))
        .isEqualTo(0.8);
  }

  /** Items that sell in one to four of ten months. */
  @Test
  void intervalsOfManyItemsHoldTheShareTogether() {
    Random random = new Random(5);
    double[][] items = new double[600][66];
    for (int item = 0; item < items.length; item++) {
      double chance = 0.05 + 0.1 * (item % 5);
      Arrays.setAll(items[item], i -> random.nextDouble() < chance ? 1 + random.nextInt(4) : 0);
    }
    Forecaster alone = Forecaster.standard(Levels.of("80"));
    List<Forecaster.Task> tasks =
        Arrays.stream(items)
            .map(item -> new Forecaster.Task(Arrays.copyOf(item, 60), Seasons.of(1), 6))
            .toList();

    assertThat(held(alone, items)).isGreaterThan(0.82);
    assertThat(held(alone.calibratedOn(tasks), items)).isCloseTo(0.8, within(0.015));
  }

  private static double held(Forecaster forecaster, double[]... items) {
    int inside = 0;
    for (double[] item : items) {
      SeriesForecast forecast = forecaster.forecast(Arrays.copyOf(item, 60), 1, 6);
      for (int step = 0; step < 6; step++) {
        SeriesForecast.Band band = forecast.steps().get(step).bands().get(0);
        inside += band.low() <= item[60 + step] && item[60 + step] <= band.high() ? 1 : 0;
      }
    }
    return inside / (6.0 * items.length);
  }
}
