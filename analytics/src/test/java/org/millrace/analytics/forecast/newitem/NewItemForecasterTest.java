package org.millrace.analytics.forecast.newitem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.forecast.interval.Levels;
import org.millrace.analytics.forecast.interval.SeriesForecast;

class NewItemForecasterTest {

  private static final double CLOSE = 1e-3;
  private static final Map<String, String> TEA = Map.of("group", "tea");
  private static final int STEPS = 20;

  @Test
  void likesOfOneShapeGiveIt() {
    SeriesForecast forecast =
        forecaster(new Launch("A", TEA, 10, 20), new Launch("B", TEA, 10, 20))
            .forecast(new Launch("new", TEA), Expectation.NONE, 2);

    assertThat(forecast.steps().get(0).mean()).isCloseTo(10, within(0.1));
    assertThat(forecast.steps().get(1).mean()).isCloseTo(20, within(0.2));
    assertThat(forecast.method()).isEqualTo("Launch of 2 analogues");
  }

  @Test
  void likesOfTwoLevelsGiveTheWorkedMean() {
    SeriesForecast forecast =
        forecaster(new Launch("A", TEA, 10, 20), new Launch("B", TEA, 20, 40))
            .forecast(new Launch("new", TEA), Expectation.NONE, 2);

    assertThat(forecast.steps().get(0).mean()).isCloseTo(16.93, within(0.01));
    assertThat(forecast.steps().get(1).mean()).isCloseTo(33.87, within(0.01));
  }

  @Test
  void aPlannersNumberStandsForTheLevel() {
    SeriesForecast forecast =
        forecaster(new Launch("A", TEA, 10, 20), new Launch("B", TEA, 20, 40))
            .forecast(new Launch("new", TEA), Optional.of(new Expectation(300, 0.5)), 2);

    assertThat(forecast.steps().get(0).mean()).isCloseTo(200, within(CLOSE));
    assertThat(forecast.steps().get(1).mean()).isCloseTo(400, within(CLOSE));
  }

  @Test
  void whatIsSoldMovesTheLevel() {
    Level level = new Level(10, 2).after(30, 2, 1);

    assertThat(level.mean()).isCloseTo(14.545, within(CLOSE));
    assertThat(level.shape()).isEqualTo(32);
  }

  @Test
  void drawsHaveTheMeanAndVariationOfTheLevel() {
    for (double shape : new double[] {0.5, 3}) {
      Random random = new Random(7);
      double[] drawn =
          IntStream.range(0, 40_000).mapToDouble(i -> new Level(10, shape).drawn(random)).toArray();
      double mean = Arrays.stream(drawn).average().orElseThrow();
      double variance =
          Arrays.stream(drawn).map(v -> (v - mean) * (v - mean)).average().orElseThrow();

      assertThat(mean).isCloseTo(10, within(0.25));
      assertThat(variance).isCloseTo(100 / shape, within(8 / shape));
    }
  }

  @Test
  void likenessIsTheShareOfAttributesThatAgree() {
    Launch one = new Launch("A", Map.of("group", "tea", "brand", "X", "size", "S"));
    Launch other = new Launch("B", Map.of("group", "tea", "brand", "X", "size", "L"));

    assertThat(one.likeness(other)).isCloseTo(0.667, within(CLOSE));
  }

  @Test
  void theMoreAlikeCountMore() {
    Launch item = new Launch("new", Map.of("group", "tea", "brand", "X"));
    Launch alike = new Launch("A", Map.of("group", "tea", "brand", "X"), 10, 10);
    Launch less = new Launch("B", Map.of("group", "tea", "brand", "Y"), 40, 40);
    Launch not = new Launch("C", Map.of("group", "nails", "brand", "Y"), 9000, 9000);

    SeriesForecast with = forecaster(alike, less, not).forecast(item, Expectation.NONE, 2);
    SeriesForecast without = forecaster(alike, less).forecast(item, Expectation.NONE, 2);

    assertThat(with).isEqualTo(without);
    assertThat(with.steps().get(0).mean()).isBetween(10.0, 30.0);
  }

  @Test
  void intervalsHoldAndNarrowWithSales() {
    double coldWidth = 0;
    double warmWidth = 0;
    double coldError = 0;
    double warmError = 0;
    int values = 0;
    int held = 0;
    for (int seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      List<Launch> launches = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        launches.add(launched("L" + i, random));
      }
      Launch whole = launched("new", random);
      Launch early = new Launch("new", TEA, IntStream.range(0, 4).mapToDouble(whole::at).toArray());
      NewItemForecaster forecaster = new NewItemForecaster(launches, Levels.DEFAULT, 1);
      SeriesForecast cold = forecaster.forecast(new Launch("new", TEA), Expectation.NONE, STEPS);
      SeriesForecast warm = forecaster.forecast(early, Expectation.NONE, STEPS - 4);
      for (int t = 4; t < STEPS; t++) {
        SeriesForecast.Band coldBand = cold.steps().get(t).bands().get(0);
        SeriesForecast.Band warmBand = warm.steps().get(t - 4).bands().get(0);
        coldWidth += coldBand.high() - coldBand.low();
        warmWidth += warmBand.high() - warmBand.low();
        coldError += Math.abs(cold.steps().get(t).mean() - whole.at(t));
        warmError += Math.abs(warm.steps().get(t - 4).mean() - whole.at(t));
        held += coldBand.low() <= whole.at(t) && whole.at(t) <= coldBand.high() ? 1 : 0;
        held += warmBand.low() <= whole.at(t) && whole.at(t) <= warmBand.high() ? 1 : 0;
        values += 2;
      }
    }
    assertThat((double) held / values).isBetween(0.75, 0.9);
    assertThat(warmWidth).isLessThan(0.7 * coldWidth);
    assertThat(warmError).isLessThan(0.6 * coldError);
  }

  @Test
  void sameSeedSameForecast() {
    NewItemForecaster forecaster =
        forecaster(new Launch("A", TEA, 10, 25), new Launch("B", TEA, 20, 40));

    assertThat(forecaster.forecast(new Launch("new", TEA, 12), Expectation.NONE, 1))
        .isEqualTo(forecaster.forecast(new Launch("new", TEA, 12), Expectation.NONE, 1));
  }

  @Test
  void refusesWhatItCannotForecast() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                forecaster(new Launch("A", TEA, 1, 2))
                    .forecast(new Launch("new", TEA), Expectation.NONE, 2))
        .withMessageContaining(
            "Item new has 1 analogues that sold for 2 steps; at least 2 are needed.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Launch("A", TEA, 1, -2))
        .withMessageContaining("The demand of item A at step 1 after its launch is -2.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Expectation(0, 0.5))
        .withMessage("A planner's number and its error must be above 0, but are 0.0 and 0.5.");
  }

  private static NewItemForecaster forecaster(Launch... launches) {
    return new NewItemForecaster(List.of(launches), Levels.DEFAULT, 1);
  }

  /** A rise to a peak and a fade, at a level of its own. */
  private static Launch launched(String name, Random random) {
    double level = 40 * Math.exp(0.7 * random.nextGaussian());
    double peak = 3 + 3 * random.nextDouble();
    double[] demand = new double[STEPS];
    for (int t = 0; t < STEPS; t++) {
      double shape = (t + 1) / peak * Math.exp(1 - (t + 1) / peak) + 0.4;
      demand[t] = level * shape * Math.exp(0.2 * random.nextGaussian());
    }
    return new Launch(name, TEA, demand);
  }
}
