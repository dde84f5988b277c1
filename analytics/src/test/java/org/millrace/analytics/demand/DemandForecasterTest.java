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
import org.millrace.analytics.forecast.intermittent.DemandPattern;

class DemandForecasterTest {

  private static final LocalDate MONDAY = LocalDate.of(2011, 1, 3);
  private static final int HORIZON = Grain.WEEK.horizon();
  private static final double NOISE = 1e-6;

  private final DemandForecaster forecaster = DemandForecaster.standard();

  private DemandForecast forecast(double... history) {
    return forecaster.forecast(DemandSeries.of("bell", Grain.WEEK, MONDAY, history));
  }

  @Test
  void startsWithTheWeekAfterTheLast() {
    DemandForecast forecast = forecast(1, 2, 3);

    assertThat(forecast.ahead()).hasSize(HORIZON);
    assertThat(forecast.ahead().get(0).period()).isEqualTo(MONDAY.plusWeeks(3));
  }

  @Test
  void repeatsAConstantWithAnEmptyIntervalAndNoError() {
    double[] constant = new double[30];
    Arrays.fill(constant, 6);

    DemandForecast forecast = forecast(constant);

    assertThat(forecast.choice().error().orElseThrow()).isCloseTo(0, within(NOISE));
    assertThat(forecast.ahead())
        .allSatisfy(
            week -> {
              assertThat(week.forecast()).isCloseTo(6, within(NOISE));
              assertThat(week.within95().low()).isCloseTo(6, within(NOISE));
              assertThat(week.within95().high()).isCloseTo(6, within(NOISE));
            });
  }

  @Test
  void aSingleWeekGetsAWideIntervalAndSaysSo() {
    DemandForecast forecast = forecast(5);

    assertThat(forecast.ahead().get(0).forecast()).isCloseTo(5, within(NOISE));
    assertThat(forecast.ahead().get(0).within80().high()).isGreaterThan(7);
    assertThat(forecast.choice().error()).isEmpty();
    assertThat(forecast.choice().reason().en())
        .isEqualTo(
            "Naive and intermittent pool: only one week is known, so the interval is wide on"
                + " purpose. The item is too young for other methods. About 5 a week lately.");
    assertThat(forecast.choice().reason().zh())
        .isEqualTo("朴素法与间歇需求组合法：仅有一周数据，区间有意放宽。该物料历史太短，尚不能用其他方法。近期平均每周约 5。");
  }

  @Test
  void anItemThatNobodyBuysAnyMoreSinksButSaysWhen() {
    double[] history = new double[40];
    history[0] = 12;

    DemandForecast forecast = forecast(history);

    assertThat(forecast.ahead()).allMatch(week -> week.forecast() < 0.5);
    assertThat(forecast.choice().error()).isEmpty();
    assertThat(forecast.choice().reason().en())
        .contains("nothing was sold in the 13 weeks tested")
        .contains("Sold in 1 of 40 weeks")
        .endsWith("Nothing was sold in the last 39 weeks.");
  }

  @Test
  void takesTheSeasonalNaiveWhereItIsClearlyBetter() {
    double[] history = new double[2 * 52];
    Random random = new Random(1);
    for (int week = 0; week < history.length; week++) {
      history[week] = week < 52 ? 20 + random.nextInt(200) : history[week - 52];
    }

    DemandForecast forecast = forecast(history);

    assertThat(forecast.choice().method()).isEqualTo("Seasonal naive");
    assertThat(forecast.choice().error().orElseThrow()).isCloseTo(0, within(NOISE));
    assertThat(forecast.ahead().get(3).forecast()).isCloseTo(history[3], within(NOISE));
  }

  @Test
  void tellsOfTheSeasonOnceTwoYearsAreKnown() {
    double[] history = new double[3 * 52];
    for (int week = 0; week < history.length; week++) {
      history[week] = 100 + 60 * Math.sin(2 * Math.PI * week / 52) + week % 5;
    }

    assertThat(forecast(history).choice().reason().en())
        .containsPattern("The season peaks about 2014-0[34]-\\d\\d, [56]\\d\\.\\d % above");
    assertThat(forecast(Arrays.copyOf(history, 60)).choice().reason().en())
        .contains("Less than two seasons are known, so none is assumed.");
  }

  @Test
  void followsATrendBetterThanNaiveAndSaysSo() {
    Random random = new Random(5);
    double[] history =
        IntStream.range(0, 80).mapToDouble(i -> 50 + 3 * i + 4 * random.nextGaussian()).toArray();

    DemandForecast forecast = forecast(history);

    assertThat(forecast.choice().method()).doesNotContain("aive");
    assertThat(forecast.choice().error().orElseThrow())
        .isLessThan(forecast.choice().naiveError().orElseThrow());
    assertThat(forecast.choice().reason().en()).contains("Rising:");
    assertThat(forecast.choice().reason().zh()).contains("走势上升");
  }

  @Test
  void tellsOfALatePeak() {
    double[] history = new double[30];
    Arrays.fill(history, 10);
    history[27] = 80;

    assertThat(forecast(history).choice().reason().en())
        .contains("A peak of 80 in the week of 2011-07-11, 8 times the usual.");
  }

  @Test
  void intervalsHoldAboutTheirShareOfWeeksAheadAndInTheTest() {
    int inside80 = 0;
    int inside95 = 0;
    int tested95 = 0;
    int tested = 0;
    int all = 0;
    for (int seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      double[] path =
          IntStream.range(0, 60 + HORIZON)
              .mapToDouble(i -> Math.max(0, 100 + 25 * random.nextGaussian()))
              .toArray();
      DemandForecast forecast = forecast(Arrays.copyOf(path, 60));
      for (int step = 0; step < HORIZON; step++) {
        DemandForecast.Ahead week = forecast.ahead().get(step);
        inside80 += week.within80().holds(path[60 + step]) ? 1 : 0;
        inside95 += week.within95().holds(path[60 + step]) ? 1 : 0;
        all++;
      }
      tested += forecast.tested().get(0).coverage().periods();
      tested95 += forecast.tested().get(0).coverage().inside95();
    }
    assertThat(inside80 / (double) all).isBetween(0.74, 0.88);
    assertThat(inside95 / (double) all).isBetween(0.91, 0.98);
    assertThat(tested).isEqualTo(150 * 10);
    assertThat(tested95 / (double) tested).isBetween(0.91, 0.98);
  }

  @Test
  void demandNowAndThenGetsItsIntervalFromItsDistribution() {
    double[] history = new double[52];
    for (int week = 0; week < 52; week += 4) {
      history[week] = 6;
    }

    DemandForecast forecast = forecast(history);

    assertThat(forecast.choice().pattern()).isEqualTo(DemandPattern.INTERMITTENT);
    assertThat(forecast.ahead().get(0).within80().low()).isZero();
    assertThat(forecast.ahead().get(0).within95().high()).isEqualTo(6);
    assertThat(forecast.ahead().get(0).forecast()).isBetween(0.5, 2.5);
  }

  @Test
  void sumsTheErrorsByStepsAheadBesideTheNaive() {
    DemandForecast forecast = forecast(2, 4, 6);

    DemandForecast.Tested one = forecast.tested().get(0);
    assertThat(one.errors().periods()).isEqualTo(2);
    assertThat(one.errors().actual()).isEqualTo(10);
    assertThat(one.errors().naiveAbsolute()).isCloseTo(4, within(NOISE));
    assertThat(one.errors().scale()).isCloseTo(4, within(NOISE));
    assertThat(forecast.past()).hasSize(2);
    assertThat(forecast.past().get(0).period()).isEqualTo(MONDAY.plusWeeks(1));
    assertThat(forecast.past().get(0).actual()).isEqualTo(4);
    assertThat(forecast.past().get(0).forecast()).isCloseTo(2, within(NOISE));
  }

  @Test
  void forecastsDaysAndMonthsToo() {
    double[] days = new double[70];
    for (int day = 0; day < days.length; day++) {
      days[day] = day % 7 == 6 ? 0 : 40 + day % 3;
    }
    DemandForecast daily = forecaster.forecast(DemandSeries.of("bell", Grain.DAY, MONDAY, days));

    assertThat(daily.ahead()).hasSize(28);
    assertThat(daily.ahead().get(1).period()).isEqualTo(MONDAY.plusDays(71));
    assertThat(daily.ahead().get(6).forecast()).isLessThan(daily.ahead().get(1).forecast() / 2);

    DemandForecast monthly =
        forecaster.forecast(
            DemandSeries.of("bell", Grain.MONTH, LocalDate.of(2011, 1, 1), 9, 8, 9, 8, 9, 8));
    assertThat(monthly.ahead()).hasSize(7);
    assertThat(monthly.ahead().get(6).period()).isEqualTo(LocalDate.of(2012, 1, 1));
  }

  @Test
  void refusesAnEmptySeriesAndNoOrigin() {
    assertThatIllegalArgumentException()
        .isThrownBy(this::forecast)
        .withMessage(
            "Item bell has no complete week yet; forecast it from the week after its first sale");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DemandForecaster.withOrigins(0))
        .withMessage("At least 1 origin is needed, but got 0.");
  }

  @Property(tries = 60)
  void isNeverNegativeNeverNotANumberAndAlwaysTheSame(
      @ForAll @Size(min = 1, max = 120) List<@IntRange(min = 0, max = 90) Integer> sold) {
    double[] history = sold.stream().mapToDouble(units -> units).toArray();

    DemandForecast forecast = forecast(history);

    assertThat(forecast.ahead())
        .allSatisfy(
            week -> {
              assertThat(week.within80().low()).isNotNegative();
              assertThat(week.within95().low()).isLessThanOrEqualTo(week.within80().low());
              assertThat(week.within80().low()).isLessThanOrEqualTo(week.forecast());
              assertThat(week.within80().high()).isGreaterThanOrEqualTo(week.forecast());
              assertThat(week.within95().high())
                  .isFinite()
                  .isGreaterThanOrEqualTo(week.within80().high());
            });
    assertThat(forecast(history)).isEqualTo(forecast);
  }
}
