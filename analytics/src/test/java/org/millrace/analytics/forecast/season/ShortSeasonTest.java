package org.millrace.analytics.forecast.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.forecast.ForecastMethod;
import org.millrace.analytics.forecast.Pool;
import org.millrace.analytics.forecast.smoothing.Naive;

class ShortSeasonTest {

  @Test
  void aSeasonThatWasRightTakesTheWeightOfWhatIsKnown() {
    assertThat(ShortSeason.weight(new double[] {10, 20, 10, 20}, 2))
        .isCloseTo(0.909, within(0.0005));
    assertThat(ShortSeason.weight(new double[] {5, 5, 5, 5}, 2)).isZero();
  }

  @Test
  void aShortHistoryLeansOnItsOneSeason() {
    double[] year = new double[18];
    Arrays.setAll(year, month -> 100 + 50 * Math.sin(2 * Math.PI * month / 12));
    ForecastMethod method = new ShortSeason(new Naive());

    double[] forecast = method.forecast(year, 12, 12);

    for (int step = 0; step < 12; step++) {
      assertThat(forecast[step])
          .isCloseTo(100 + 50 * Math.sin(2 * Math.PI * (18 + step) / 12), within(15.0));
    }
  }

  @Test
  void chanceIsNoSeason() {
    Random random = new Random(5);
    double error = 0;
    double plain = 0;
    for (int i = 0; i < 200; i++) {
      double[] values = random.doubles(24).map(value -> 100 + 20 * value).toArray();
      double[] known = Arrays.copyOf(values, 20);
      double[] forecast = new ShortSeason(Pool.quick()).forecast(known, 12, 4);
      double[] without = Pool.quick().forecast(known, 1, 4);
      for (int step = 0; step < 4; step++) {
        error += Math.abs(forecast[step] - values[20 + step]);
        plain += Math.abs(without[step] - values[20 + step]);
      }
    }

    assertThat(error).isLessThan(1.1 * plain);
  }

  @Test
  void aLongerHistoryIsLeftToTheMethod() {
    double[] values = new Random(7).doubles(36).toArray();

    assertThat(new ShortSeason(Pool.quick()).forecast(values, 12, 6))
        .containsExactly(Pool.quick().forecast(values, 12, 6));
    assertThat(ShortSeason.isMeant(new double[105], 52)).isFalse();
    assertThat(ShortSeason.isMeant(new double[104], 52)).isTrue();
  }
}
