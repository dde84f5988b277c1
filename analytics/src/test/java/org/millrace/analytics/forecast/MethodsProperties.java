package org.millrace.analytics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.millrace.analytics.forecast.arima.Arima;
import org.millrace.analytics.forecast.ces.ComplexSmoothing;
import org.millrace.analytics.forecast.ets.Ets;
import org.millrace.analytics.forecast.scale.BoxCox;
import org.millrace.analytics.forecast.smoothing.DampedTrend;
import org.millrace.analytics.forecast.smoothing.DynamicTheta;
import org.millrace.analytics.forecast.smoothing.Holt;
import org.millrace.analytics.forecast.smoothing.Naive;
import org.millrace.analytics.forecast.smoothing.SeasonalNaive;
import org.millrace.analytics.forecast.smoothing.SeasonallyAdjusted;
import org.millrace.analytics.forecast.smoothing.SimpleSmoothing;
import org.millrace.analytics.forecast.smoothing.Theta;

/** What holds for every method and every history. */
class MethodsProperties {

  /** Of the value: methods that search their parameters stop at such a difference. */
  private static final double LOOSE = 1e-6;

  private static final List<ForecastMethod> METHODS =
      List.of(
          new Naive(),
          new SeasonalNaive(),
          SeasonallyAdjusted.tested(new SimpleSmoothing()),
          SeasonallyAdjusted.tested(new Holt()),
          SeasonallyAdjusted.tested(new DampedTrend()),
          SeasonallyAdjusted.tested(new Theta()),
          SeasonallyAdjusted.tested(new DynamicTheta()),
          new Ets(),
          Ets.full(),
          new Arima(),
          new ComplexSmoothing(),
          new BoxCox(new Ets()),
          WeightedPool.of("Two", List.of(new Ets(), new DampedTrend())),
          Pool.standard());

  @Property(tries = 300)
  void neverWithoutANumber(
      @ForAll("histories") double[] history, @ForAll @IntRange(min = 1, max = 13) int season) {
    double[] before = history.clone();
    for (ForecastMethod method : METHODS) {
      double[] forecast = method.forecast(history, season, 9);

      assertThat(forecast).as(method.title()).hasSize(9);
      for (double value : forecast) {
        assertThat(Double.isFinite(value)).as(method.title()).isTrue();
      }
      assertThat(method.forecast(history, season, 9)).containsExactly(forecast);
    }
    assertThat(history).containsExactly(before);
  }

  @Property(tries = 100)
  void aConstantStaysWhatItIs(
      @ForAll @IntRange(min = -50, max = 50) int value,
      @ForAll @IntRange(min = 1, max = 40) int length) {
    double[] history = new double[length];
    Arrays.fill(history, value);
    for (ForecastMethod method : METHODS) {
      for (double ahead : method.forecast(history, 4, 5)) {
        double close = LOOSE * Math.max(1, Math.abs(value));
        assertThat(ahead).as(method.title()).isCloseTo(value, within(close));
      }
    }
  }

  @Provide
  Arbitrary<double[]> histories() {
    Arbitrary<Double> values =
        Arbitraries.oneOf(
            Arbitraries.just(0.0),
            Arbitraries.doubles().between(-1000, 1000).ofScale(2),
            Arbitraries.doubles().between(0, 1e6).ofScale(0));
    return values.array(double[].class).ofMinSize(1).ofMaxSize(60);
  }
}
