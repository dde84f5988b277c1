package org.millrace.analytics.forecast.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArimaTest {

  private static final double TIGHT = 1e-6;

  @Test
  void aLineGoesOnByItsDrift() {
    double[] line = new double[20];
    Arrays.setAll(line, i -> 3 + 2 * i);

    assertThat(new Arima().forecast(line, 1, 2))
        .containsExactly(new double[] {43, 45}, within(TIGHT));
  }

  @Test
  void differencesAreTakenAndUndone() {
    double[] history = {1, 3, 6, 10};

    assertThat(new Differences(1, false, 1).taken(history)).containsExactly(2, 3, 4);
    assertThat(new Differences(1, false, 2).taken(history)).containsExactly(1, 1);
    assertThat(new Differences(1, false, 2).undone(history, 1, 1)).containsExactly(15, 21);
    assertThat(new Differences(2, true, 1).undone(new double[] {1, 10, 2, 11, 3}, 0, 0))
        .containsExactly(12, 4);
  }

  @Test
  void walksAreDifferencedAndNoiseSeldomIs() {
    int ofNoise = 0;
    int ofWalks = 0;
    for (int seed = 0; seed < 100; seed++) {
      double[] noise = noise(seed);
      double[] walk = noise.clone();
      Arrays.parallelPrefix(walk, Double::sum);
      ofNoise += Differences.of(noise, 1).times();
      ofWalks += Differences.of(walk, 1).times() > 0 ? 1 : 0;
    }

    assertThat(ofNoise).as("at 5 %").isLessThanOrEqualTo(12);
    assertThat(ofWalks).isGreaterThanOrEqualTo(75);
  }

  @Test
  void aStrongSeasonIsDifferenced() {
    double[] seasonal = noise(1);
    Arrays.setAll(seasonal, i -> noise(1)[i] + 10 * (i % 12));

    assertThat(Differences.of(seasonal, 12)).isEqualTo(new Differences(12, true, 0));
  }

  private static double[] noise(int seed) {
    Random random = new Random(seed);
    double[] noise = new double[120];
    Arrays.setAll(noise, i -> random.nextGaussian());
    return noise;
  }

  @Test
  void partialCorrelationsMakeCoefficients() {
    double[] numbers = {atanh(0.5), atanh(-0.2)};

    assertThat(Lags.coefficients(numbers)).containsExactly(new double[] {0.6, -0.2}, within(TIGHT));
    assertThat(Lags.numbers(0.6, -0.2)).containsExactly(numbers, within(TIGHT));
  }

  @Test
  void theFirstGuessSeesHowValuesFade() {
    double[] fading = new double[12];
    Arrays.setAll(fading, i -> Math.pow(0.5, i));

    assertThat(HannanRissanen.first(1, 0, fading)[0]).isCloseTo(0.5, within(TIGHT));
  }

  @Test
  void findsTheCoefficientsOfAMadeSeries() {
    Random random = new Random(4);
    double[] values = new double[2_000];
    double error = 0;
    for (int i = 0; i < values.length; i++) {
      double before = i == 0 ? 0 : values[i - 1];
      double errorBefore = error;
      error = random.nextGaussian();
      values[i] = 0.7 * before + error + 0.4 * errorBefore;
    }
    double[] ahead = new ArimaFit(new Orders(1, 1, 0, 0, false), 1, values).forecast(3);

    assertThat(ahead[1] / ahead[0]).as("one value back").isCloseTo(0.7, within(0.05));
    assertThat(ahead[0])
        .as("the next value")
        .isCloseTo(0.7 * values[1_999] + 0.4 * error, within(0.15));
  }

  @Test
  void aSeasonIsFollowed() {
    Random random = new Random(6);
    double[] values = new double[96];
    Arrays.setAll(
        values, i -> 100 + i + 20 * Math.sin(Math.PI * i / 6) + 0.5 * random.nextGaussian());
    double[] ahead = new Arima().forecast(values, 12, 12);

    for (int step = 0; step < 12; step++) {
      double expected = 196 + step + 20 * Math.sin(Math.PI * (96 + step) / 6);
      assertThat(ahead[step]).isCloseTo(expected, within(4.0));
    }
  }

  private static double atanh(double x) {
    return 0.5 * Math.log((1 + x) / (1 - x));
  }
}
