package org.millrace.analytics.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DemandForecasterTest {

  private static final LocalDate MONDAY = LocalDate.of(2011, 1, 3);
  private static final int HORIZON = 8;

  private final DemandForecaster forecaster = DemandForecaster.weekly(HORIZON);

  private ItemForecast forecast(double... history) {
    return forecaster.forecast(WeeklySeries.of("bell", MONDAY, history));
  }

  @Test
  void startsWithTheWeekAfterTheLast() {
    ItemForecast forecast = forecast(1, 2, 3);

    assertThat(forecast.weeks()).hasSize(HORIZON);
    assertThat(forecast.weeks().get(0).monday()).isEqualTo(MONDAY.plusWeeks(3));
  }

  @Test
  void repeatsAConstantWithAnEmptyIntervalAndNoError() {
    double[] constant = new double[30];
    Arrays.fill(constant, 6);

    ItemForecast forecast = forecast(constant);

    assertThat(forecast.choice().error()).hasValue(0);
    assertThat(forecast.weeks())
        .allSatisfy(
            week -> {
              assertThat(week.forecast()).isEqualTo(6);
              assertThat(week.low80()).isEqualTo(6);
              assertThat(week.high80()).isEqualTo(6);
            });
  }

  @Test
  void aSingleWeekGetsAWideIntervalAndSaysSo() {
    ItemForecast forecast = forecast(5);

    assertThat(forecast.weeks().get(0))
        .isEqualTo(new ItemForecast.Week(MONDAY.plusWeeks(1), 5, 0, 10));
    assertThat(forecast.choice().error()).isEmpty();
    assertThat(forecast.choice().reason())
        .isEqualTo("Average so far: only one week is known, so the interval is wide on purpose.");
  }

  @Test
  void aYoungItemGetsItsAverage() {
    ItemForecast forecast = forecast(2, 4, 6);

    assertThat(forecast.choice().method()).isEqualTo("Average so far");
    assertThat(forecast.weeks().get(7).forecast()).isEqualTo(4);
    assertThat(forecast.weeks().get(0).high80()).isGreaterThanOrEqualTo(6);
    assertThat(forecast.choice().reason()).endsWith("the item is too young for other methods.");
  }

  @Test
  void anItemThatNobodyBuysAnyMoreIsForecastAtZeroWithoutAShareOfError() {
    double[] history = new double[40];
    history[0] = 12;

    ItemForecast forecast = forecast(history);

    assertThat(forecast.weeks()).allMatch(week -> week.forecast() == 0);
    assertThat(forecast.choice().error()).isEmpty();
    assertThat(forecast.choice().reason())
        .isEqualTo("Naive: nothing was sold in the 26 weeks tested.");
  }

  @Test
  void takesTheSeasonalMethodForASeason() {
    double[] history = new double[3 * DemandForecaster.WEEKS_A_YEAR];
    for (int week = 0; week < history.length; week++) {
      history[week] = week % 52 >= 44 ? 300 : 40 + week % 52 % 7;
    }

    ItemForecast forecast = forecast(history);

    assertThat(forecast.choice().method()).isEqualTo("Seasonal naive");
    assertThat(forecast.choice().reason())
        .startsWith("Seasonal naive: missed by 0.0 % of demand in tests from 26 past weeks; next");
  }

  @Test
  void followsATrendBetterThanNaive() {
    Random random = new Random(5);
    double[] history =
        IntStream.range(0, 80).mapToDouble(i -> 50 + 3 * i + 4 * random.nextGaussian()).toArray();

    ItemForecast forecast = forecast(history);

    assertThat(forecast.choice().method()).isNotEqualTo("Naive");
    assertThat(forecast.weeks().get(7).forecast()).isCloseTo(50 + 3 * 87, within(15.0));
  }

  @Test
  void intervalsHoldAboutFourOfFiveWeeks() {
    int inside = 0;
    int all = 0;
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      double[] path =
          IntStream.range(0, 60 + HORIZON)
              .mapToDouble(i -> Math.max(0, 100 + 25 * random.nextGaussian()))
              .toArray();
      ItemForecast forecast = forecast(Arrays.copyOf(path, 60));
      for (int step = 0; step < HORIZON; step++) {
        ItemForecast.Week week = forecast.weeks().get(step);
        double actual = path[60 + step];
        inside += actual >= week.low80() && actual <= week.high80() ? 1 : 0;
        all++;
      }
    }
    assertThat(inside / (double) all).isBetween(0.75, 0.90);
  }

  @Test
  void showsWhatItSaidTheWeekBefore() {
    ItemForecast forecast = forecast(2, 4, 6);

    assertThat(forecast.past())
        .containsExactly(
            new ItemForecast.PastWeek(MONDAY.plusWeeks(1), 4, 2),
            new ItemForecast.PastWeek(MONDAY.plusWeeks(2), 6, 3));
  }

  @Test
  void refusesAnEmptySeries() {
    assertThatIllegalArgumentException()
        .isThrownBy(this::forecast)
        .withMessage(
            "Item bell has no complete week yet; forecast it from the week after its first sale");
  }

  @Property(tries = 60)
  void isNeverNegativeNeverNotANumberAndAlwaysTheSame(
      @ForAll @Size(min = 1, max = 120) List<@IntRange(min = 0, max = 90) Integer> sold) {
    double[] history = sold.stream().mapToDouble(units -> units).toArray();

    ItemForecast forecast = forecast(history);

    assertThat(forecast.weeks())
        .allSatisfy(
            week -> {
              assertThat(week.low80()).isNotNegative().isLessThanOrEqualTo(week.forecast());
              assertThat(week.high80()).isFinite().isGreaterThanOrEqualTo(week.forecast());
            });
    assertThat(forecast(history)).isEqualTo(forecast);
  }

  @Property(tries = 40)
  void methodsFollowAShiftAndAScale(
      @ForAll @Size(min = 12, max = 60) List<@IntRange(min = 0, max = 90) Integer> sold) {
    double[] history = sold.stream().mapToDouble(units -> units).toArray();
    double[] moved = Arrays.stream(history).map(value -> 3 * value + 1000).toArray();
    for (ForecastMethod method : forecaster.methods(history.length)) {
      double[] expected =
          Arrays.stream(method.forecast(history, HORIZON)).map(v -> 3 * v + 1000).toArray();

      assertThat(method.forecast(moved, HORIZON))
          .as(method.title())
          .containsExactly(expected, within(0.5));
    }
  }
}
