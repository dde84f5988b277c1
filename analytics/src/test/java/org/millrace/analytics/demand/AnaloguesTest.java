package org.millrace.analytics.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AnaloguesTest {

  private static final LocalDate MONDAY = LocalDate.of(2011, 1, 3);
  private static final Offset<Double> ROUNDING = within(1e-6);
  private static final int LAUNCHES = 41;

  private final DemandForecaster forecaster = DemandForecaster.standard();

  private static double[] launch(Random random) {
    double level = 20 * Math.exp(0.5 * random.nextGaussian());
    double[] weeks = new double[Analogues.LONGEST];
    for (int week = 0; week < weeks.length; week++) {
      double usual = week == 0 ? 3 * level : level;
      weeks[week] = Math.max(0, Math.rint(usual + Math.sqrt(5 * usual) * random.nextGaussian()));
    }
    return weeks;
  }

  private static List<double[]> launches(int number, long seed) {
    Random random = new Random(seed);
    List<double[]> launches = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      launches.add(launch(random));
    }
    return launches;
  }

  private static Analogues analogues() {
    return Analogues.of(launches(LAUNCHES, 1)).orElseThrow();
  }

  private static DemandSeries series(double... weeks) {
    return DemandSeries.of("bell", Grain.WEEK, MONDAY, weeks);
  }

  @Test
  void areNoneWhileTooFewAreGrown() {
    List<double[]> launches = launches(Analogues.FEWEST, 1);
    assertThat(Analogues.of(launches)).isPresent();

    launches.set(3, Arrays.copyOf(launches.get(3), Analogues.GROWN - 1));
    assertThat(Analogues.of(launches)).isEmpty();
  }

  @Test
  void areNotThoseWhoseFirstWeekCameBack() {
    double[] returned = new double[Analogues.LONGEST];
    returned[Analogues.LONGEST - 1] = 5;

    assertThat(Analogues.of(Collections.nCopies(Analogues.FEWEST, returned))).isEmpty();
  }

  @Test
  void aYoungItemIsForecastByThemAndSaysSo() {
    DemandForecast forecast = forecaster.forecast(series(60, 22, 18), Optional.of(analogues()));

    assertThat(forecast.choice().method()).isEqualTo("Analogues and naive and intermittent pool");
    assertThat(forecast.choice().reason().en())
        .contains("New: 3 weeks of its own, and 41 launches of items like it.")
        .doesNotContain("too young");
    assertThat(forecast.choice().reason().zh())
        .startsWith("相似品法与朴素法与间歇需求组合法：")
        .contains("新物料：自身 3 周数据，并参照 41 个相似品的上市走势。");
  }

  @Test
  void theRushOfAFirstWeekIsNotTakenForTheLevel() {
    double without = forecaster.forecast(series(60)).ahead().get(0).forecast();
    DemandForecast with = forecaster.forecast(series(60), Optional.of(analogues()));

    assertThat(without).isCloseTo(60, ROUNDING);
    assertThat(with.ahead().get(0).forecast()).isBetween(35.0, 45.0);
    assertThat(with.choice().reason().en())
        .startsWith(
            "Analogues and naive and intermittent pool: too young to be tested. New: 1 week of");
  }

  @Test
  void aGrownItemIsForecastWithoutThem() {
    double[] weeks = launches(1, 9).get(0);
    DemandSeries grown = series(Arrays.copyOf(weeks, Analogues.GROWN));

    assertThat(forecaster.forecast(grown, Optional.of(analogues())))
        .isEqualTo(forecaster.forecast(grown));
  }

  @Test
  void intervalsHoldAboutTheirShareOfOtherLaunches() {
    Analogues analogues = Analogues.of(launches(200, 1)).orElseThrow();
    int inside80 = 0;
    int inside95 = 0;
    int all = 0;
    for (double[] weeks : launches(300, 2)) {
      DemandForecast forecast =
          forecaster.forecast(series(Arrays.copyOf(weeks, 4)), Optional.of(analogues));
      for (int step = 0; step < Grain.WEEK.horizon(); step++) {
        DemandForecast.Ahead week = forecast.ahead().get(step);
        inside80 += week.within80().holds(weeks[4 + step]) ? 1 : 0;
        inside95 += week.within95().holds(weeks[4 + step]) ? 1 : 0;
        all++;
      }
    }
    assertThat(inside80 / (double) all).isBetween(0.75, 0.88);
    assertThat(inside95 / (double) all).isBetween(0.91, 0.98);
  }

  @Test
  void anItemWhoseFirstWeekIsNotOverIsForecastFromThatWeekOn() {
    DemandSeries none = series();

    DemandForecast forecast = DemandForecaster.started(none, 25, analogues());

    assertThat(forecast.ahead()).hasSize(Grain.WEEK.horizon());
    DemandForecast.Ahead first = forecast.ahead().get(0);
    assertThat(first.period()).isEqualTo(MONDAY);
    assertThat(first.forecast()).isGreaterThanOrEqualTo(25);
    assertThat(first.within95().low()).isGreaterThanOrEqualTo(25);
    assertThat(forecast.ahead().get(1).forecast()).isBetween(5.0, first.forecast());
    assertThat(forecast.choice().reason().en())
        .isEqualTo(
            "Analogues and naive and intermittent pool: the first week is not over, 25 sold so far."
                + " New: no whole week of its own, and 41 launches of items like it.");
    assertThat(forecast.choice().reason().zh())
        .isEqualTo("相似品法与朴素法与间歇需求组合法：首周尚未结束，目前已售 25。新物料：尚无完整的一周，并参照 41 个相似品的上市走势。");
  }

  @Property(tries = 60)
  void forecastsAreFiniteNeverNegativeAndScaleWithTheUnit(
      @ForAll @Size(min = 1, max = 10) List<@IntRange(max = 90) Integer> sold) {
    double[] pieces = sold.stream().mapToDouble(units -> units).toArray();
    double[] dozens = Arrays.stream(pieces).map(units -> 12 * units).toArray();
    Analogues analogues = analogues();
    Analogues inDozens =
        Analogues.of(
                launches(LAUNCHES, 1).stream()
                    .map(weeks -> Arrays.stream(weeks).map(units -> 12 * units).toArray())
                    .toList())
            .orElseThrow();

    double[] said = analogues.forecast(pieces, Grain.WEEK.season(), Grain.WEEK.horizon());
    double[] scaled = inDozens.forecast(dozens, Grain.WEEK.season(), Grain.WEEK.horizon());

    for (int step = 0; step < said.length; step++) {
      assertThat(said[step]).isFinite().isNotNegative();
      assertThat(scaled[step]).isCloseTo(12 * said[step], ROUNDING);
      PredictionIntervals.Pair pair = analogues.around(said[step], pieces.length);
      assertThat(pair.within95().low()).isBetween(0.0, pair.within80().low());
      assertThat(pair.within80().low()).isLessThanOrEqualTo(said[step]);
      assertThat(pair.within80().high()).isBetween(said[step], pair.within95().high());
      assertThat(pair.within95().high()).isFinite();
    }
    assertThat(forecaster.forecast(series(pieces), Optional.of(analogues)))
        .isEqualTo(forecaster.forecast(series(pieces), Optional.of(analogues())));
  }
}
