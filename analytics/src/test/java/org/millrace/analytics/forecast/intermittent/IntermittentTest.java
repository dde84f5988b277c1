package org.millrace.analytics.forecast.intermittent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.forecast.ForecastMethod;

class IntermittentTest {

  private static final Offset<Double> EXACT = within(1e-9);
  private static final Offset<Double> SHOWN_DIGITS = within(5e-5);
  private static final double[] FEW = {0, 3, 0, 0, 6};
  private static final List<ForecastMethod> METHODS =
      List.of(
          Croston.original(Croston.DEFAULT_ALPHA),
          Croston.unbiased(Croston.DEFAULT_ALPHA),
          Tsb.of(0.1, 0.1),
          Aggregated.adida(),
          Aggregated.imapa(),
          new IntermittentPool(),
          IntermittentPool.whole());

  @Test
  void reachesTheWorkedForecasts() {
    assertThat(rate(Croston.original(0.1), FEW)).isCloseTo(3.3 / 2.1, EXACT);
    assertThat(rate(Croston.unbiased(0.1), FEW)).isCloseTo(0.95 * 3.3 / 2.1, EXACT);
    assertThat(rate(Tsb.of(0.1, 0.1), FEW)).isCloseTo(1.53285, EXACT);
    assertThat(rate(Aggregated.adida(), 0, 4, 0, 4)).isCloseTo(2, EXACT);
    assertThat(rate(new IntermittentPool(), FEW)).isCloseTo(1.8781, SHOWN_DIGITS);
    assertThat(Level.fitted(2, 4)).isCloseTo(3.0004, EXACT);
  }

  @Test
  void theWholePoolSpreadsOverAllDemandsWhatWasCut() {
    double[] large = {0, 3, 0, 0, 3, 0, 0, 30};

    assertThat(rate(IntermittentPool.whole(), large))
        .isCloseTo(36 / 10.5 * rate(new IntermittentPool(), large), EXACT);
    assertThat(rate(IntermittentPool.whole(), FEW)).isCloseTo(1.8781, SHOWN_DIGITS);
  }

  @Test
  void imapaIsTheMeanOverAllSpans() {
    double single = Level.fitted(0, 4, 0, 4);

    assertThat(rate(Aggregated.imapa(), 0, 4, 0, 4)).isCloseTo((single + 2) / 2, EXACT);
  }

  @Test
  void tellsThePatternByIntervalAndVariation() {
    assertThat(DemandPattern.of(0, 0, 4, 0, 4, 0)).isEqualTo(DemandPattern.INTERMITTENT);
    assertThat(DemandPattern.of(5, 6, 5, 4)).isEqualTo(DemandPattern.SMOOTH);
    assertThat(DemandPattern.of(1, 40, 2, 1)).isEqualTo(DemandPattern.ERRATIC);
    assertThat(DemandPattern.of(0, 1, 0, 40, 0, 2)).isEqualTo(DemandPattern.LUMPY);
    assertThat(DemandPattern.of(0, 0)).isEqualTo(DemandPattern.NONE);
  }

  @Test
  void keepsASlowItemAlive() {
    double[] quiet = new double[60];
    quiet[0] = 8;

    assertThat(rate(new IntermittentPool(), quiet)).isGreaterThanOrEqualTo(8 / 122.0);
  }

  @Test
  void refusesWhatCannotBeForecast() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IntermittentPool().forecast(new double[] {1, Double.NaN}, 1, 3))
        .withMessage("Value 2 of the history is NaN; fill the gap first.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tsb.of(0.1, 0.1).forecast(new double[0], 1, 3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Croston.original(0).title())
        .withMessageContaining("0.0");
  }

  @Property(tries = 300)
  void everyMethodAnswersEveryHistory(@ForAll("histories") double[] history) {
    double largest = Arrays.stream(history).max().orElseThrow();
    boolean isSold = largest > 0;
    for (ForecastMethod method : METHODS) {
      double[] forecast = method.forecast(history, 12, 3);

      assertThat(forecast).hasSize(3).containsOnly(forecast[0]);
      assertThat(forecast[0]).as(method.title()).isBetween(0.0, Math.max(0, largest) + 1e-9);
      assertThat(forecast[0] > 0).as(method.title()).isEqualTo(isSold);
    }
  }

  @Property(tries = 200)
  void aForecastGrowsWithTheUnit(@ForAll("histories") double[] history) {
    double[] tenfold = Arrays.stream(history).map(value -> 10 * value).toArray();
    for (ForecastMethod method : METHODS) {
      double once = rate(method, history);
      assertThat(rate(method, tenfold)).isCloseTo(10 * once, within(1e-6 * (1 + once)));
    }
  }

  @Property(tries = 200)
  void aDistributionIsOne(@ForAll("histories") double[] history) {
    DemandDistribution next = DemandDistribution.after(history);

    assertThat(next.upTo(Double.MAX_VALUE)).isCloseTo(1, EXACT);
    assertThat(next.quantile(0.1)).isLessThanOrEqualTo(next.quantile(0.9));
    assertThat(next.upTo(next.quantile(0.9))).isGreaterThanOrEqualTo(0.9 - 1e-6);
    assertThat(next.mean()).isNotNegative().isFinite();
    double inside = next.values().stream().mapToDouble(v -> next.of(v) * next.inside(0.8, v)).sum();
    assertThat(inside).isCloseTo(0.8, within(1e-6));
  }

  @Test
  void drawsALeadTimeTheSameWayTwice() {
    DemandDistribution coin = DemandDistribution.around(0.5, 1, 0, 1, 0);
    DemandDistribution two = coin.over(2, 20_000, 7);

    assertThat(two.of(1)).isCloseTo(0.5, within(0.02));
    assertThat(two.of(2)).isCloseTo(0.25, within(0.02));
    assertThat(coin.over(2, 500, 7).quantile(0.9)).isEqualTo(coin.over(2, 500, 7).quantile(0.9));
    assertThat(DemandDistribution.after(0, 0, 0).quantile(0.99)).isZero();
  }

  @Test
  void theChanceOfDemandIsDrawnToThePrior() {
    assertThat(DemandDistribution.after(0, 1).upTo(0)).isCloseTo(1 - 1.5 / 3.9, EXACT);
    assertThat(DemandDistribution.after(1, 1, 1, 1).upTo(0)).isPositive();
  }

  @Provide
  Arbitrary<double[]> histories() {
    return Arbitraries.oneOf(
            Arbitraries.just(0.0),
            Arbitraries.integers().between(-3, 40).map(i -> (double) i),
            Arbitraries.doubles().between(0, 900).ofScale(2))
        .list()
        .ofMinSize(1)
        .ofMaxSize(60)
        .map(list -> list.stream().mapToDouble(value -> value).toArray());
  }

  private static double rate(ForecastMethod method, double... history) {
    return method.forecast(history, 1, 1)[0];
  }
}
