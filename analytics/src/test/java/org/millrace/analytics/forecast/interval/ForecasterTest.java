package org.millrace.analytics.forecast.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.forecast.interval.SeriesForecast.Band;
import org.millrace.analytics.forecast.interval.SeriesForecast.Step;

class ForecasterTest {

  private static final double PRINTED = 0.005;
  private static final Forecaster STANDARD = Forecaster.standard(Levels.DEFAULT);

  @Test
  void scaleIsTheRootMeanSquareOfErrorsByTheirGrowth() {
    double scale = Spread.scale(new double[][] {{3}, {4}}, 1);

    assertThat(0.935 * scale).isCloseTo(3.31, within(PRINTED));
    assertThat(Spread.scale(new double[][] {{3, 4 * Math.sqrt(2)}}, 1))
        .isCloseTo(scale, within(1e-9));
  }

  @Test
  void intervalsHoldOnSimulatedRandomWalks() {
    assertThat(coverage(1.0)).satisfies(ForecasterTest::holds);
  }

  @Test
  void intervalsHoldOnSimulatedNoise() {
    assertThat(coverage(0.0)).satisfies(ForecasterTest::holds);
  }

  @Test
  void nothingSoldBeforeTheFirstSaleIsNoIntermittentDemand() {
    double[] launched = new double[60];
    Arrays.setAll(launched, i -> i < 30 ? 0 : 20 + 2 * i);

    SeriesForecast forecast = STANDARD.forecast(launched, 1, 3);

    assertThat(forecast.method()).isEqualTo("Pool");
    assertThat(forecast.steps().get(2).mean()).isBetween(140.0, 148.0);
  }

  @Test
  void aValueThatCanHardlyBeTrueDoesNotLiftTheForecast() {
    double[] values = new Random(3).doubles(50).map(value -> 95 + 10 * value).toArray();
    values[30] = 1e7;

    Step first = STANDARD.forecast(values, 1, 1).steps().get(0);

    assertThat(first.mean()).isBetween(90.0, 110.0);
    assertThat(first.bands().get(0).high()).isLessThan(130);
  }

  @Test
  void anEndedItemIsExpectedToSellLittleWithinItsInterval() {
    double[] ended = new double[90];
    Arrays.setAll(ended, i -> i < 60 ? 100 + 30 * Math.sin(2 * Math.PI * i / 12) : 0);

    assertThat(STANDARD.forecast(ended, 12, 18).steps())
        .allSatisfy(
            step -> {
              assertThat(step.mean()).isBetween(0.0, 5.0);
              assertThat(step.bands().get(0).low()).isLessThanOrEqualTo(step.mean());
              assertThat(step.bands().get(0).high()).isGreaterThanOrEqualTo(step.mean());
              assertThat(step.bands().get(1).high()).isGreaterThan(step.mean());
            });
  }

  private static void holds(double... shares) {
    assertThat(shares[0]).isBetween(0.72, 0.88);
    assertThat(shares[1]).isBetween(0.91, 0.99);
  }

  private static double[] coverage(double persistence) {
    Random random = new Random(11);
    int[] held = new int[2];
    int series = 300;
    int steps = 6;
    for (int i = 0; i < series; i++) {
      double level = 100;
      double[] values = new double[66];
      for (int t = 0; t < values.length; t++) {
        double shock = random.nextGaussian();
        values[t] = level + shock;
        level += persistence * shock;
      }
      double[] history = Arrays.copyOf(values, 60);
      List<Step> ahead = STANDARD.forecast(history, 1, steps).steps();
      for (int step = 0; step < steps; step++) {
        for (int k = 0; k < 2; k++) {
          Band band = ahead.get(step).bands().get(k);
          double actual = values[60 + step];
          held[k] += band.low() <= actual && actual <= band.high() ? 1 : 0;
        }
      }
    }
    double all = series * steps;
    return new double[] {held[0] / all, held[1] / all};
  }

  @Test
  void anyUnitOfMeasureGivesTheSame() {
    double[] history = {3, 5, 4, 6, 8, 7, 9, 12, 10, 11, 13, 12, 15};
    double[] tiny = new double[history.length];
    for (int i = 0; i < tiny.length; i++) {
      tiny[i] = Math.scalb(history[i], -600);
    }

    Step step = STANDARD.forecast(history, 4, 1).steps().get(0);
    Step small = STANDARD.forecast(tiny, 4, 1).steps().get(0);

    assertThat(Math.scalb(small.mean(), 600)).isEqualTo(step.mean());
    assertThat(Math.scalb(small.bands().get(1).high(), 600)).isEqualTo(step.bands().get(1).high());
  }

  @Test
  void oddSeriesGetSensibleAnswers() {
    assertThat(STANDARD.forecast(new double[] {0, 0, 0, 0, 0, 0, 0}, 4, 2).steps())
        .containsOnly(new Step(0, List.of(new Band(0, 0), new Band(0, 0))));
    Step onePoint = STANDARD.forecast(new double[] {8}, 12, 1).steps().get(0);
    assertThat(onePoint.mean()).isCloseTo(8, within(1e-9));
    assertThat(onePoint.bands().get(0).low()).isLessThan(8);
    for (Step step :
        STANDARD.forecast(new double[] {1e300, 3e300, 2e300, 1e299, 5e300}, 2, 3).steps()) {
      assertThat(step.mean()).isFinite().isNotNegative();
      assertThat(step.bands().get(0).high()).isFinite();
    }
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STANDARD.forecast(new double[] {1, Double.NaN}, 1, 1))
        .withMessage("A history holds numbers only, but one is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Levels.of("80", "100"))
        .withMessage("A level is a per cent above 0 and below 100, but one is 100");
  }
}
