package org.millrace.analytics.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** On series of a known kind the method chosen is of that kind, and beats seasonal naive. */
class RightClassTest {

  private static final int SERIES = 40;
  private static final int WEEKS = 130;
  private static final int AHEAD = Grain.WEEK.horizon();
  private static final double MOST = 0.8;

  /** Series stand at different times of the year. */
  private static final int PHASE = 5;

  /** A kind of demand: what is expected of a week, and what it brings by chance. */
  private enum Kind {
    LEVEL((week, seed, random) -> 100 + 30 * random.nextGaussian()),
    TREND((week, seed, random) -> 40 + 1.5 * week + 12 * random.nextGaussian()),
    SEASON((week, seed, random) -> season(week + PHASE * seed) + 12 * random.nextGaussian()),
    NOW_AND_THEN((week, seed, random) -> random.nextInt(4) == 0 ? 1 + random.nextInt(12) : 0.0);

    private final Units units;

    Kind(Units units) {
      this.units = units;
    }

    /** The weeks known at first and a year more. */
    double[] series(int seed) {
      RandomGenerator random = new SplittableRandom(1_000L * ordinal() + seed);
      return IntStream.range(0, WEEKS + 4 * AHEAD)
          .mapToDouble(week -> Math.max(0, Math.rint(units.of(week, seed, random))))
          .toArray();
    }

    List<ModelSelection> selections() {
      return IntStream.range(0, SERIES)
          .mapToObj(seed -> selection(Arrays.copyOf(series(seed), WEEKS)))
          .toList();
    }
  }

  private interface Units {
    double of(int week, int seed, RandomGenerator random);
  }

  private static double season(int week) {
    return 100 + 60 * Math.sin(2 * Math.PI * week / 52);
  }

  private static ModelSelection selection(double... series) {
    return ModelSelection.of(series, Grain.WEEK, DemandForecaster.DEFAULT_ORIGINS);
  }

  private static double share(List<ModelSelection> selections, Predicate<ModelSelection> right) {
    return selections.stream().filter(right).count() / (double) selections.size();
  }

  /** Whether it misses no more than seasonal naive in the four quarters after. */
  private static boolean isBetter(double... series) {
    double missed = 0;
    double naive = 0;
    for (int known = WEEKS; known < series.length; known += AHEAD) {
      ModelSelection selection = selection(Arrays.copyOf(series, known));
      for (int step = 0; step < AHEAD; step++) {
        missed += Math.abs(series[known + step] - selection.chosen().ahead()[step]);
        naive += Math.abs(series[known + step] - selection.naive().ahead()[step]);
      }
    }
    return missed <= naive;
  }

  @Test
  void aLevelIsForecastByThePool() {
    assertThat(share(Kind.LEVEL.selections(), each -> each.chosen().title().contains("Pool")))
        .isGreaterThanOrEqualTo(MOST);
  }

  @Test
  void aTrendIsForecastByThePoolThatGoesOn() {
    List<ModelSelection> selections = Kind.TREND.selections();
    double lately = 40 + 1.5 * (WEEKS - 4);

    assertThat(share(selections, each -> each.chosen().title().contains("Pool")))
        .isGreaterThanOrEqualTo(MOST);
    assertThat(
            share(
                selections,
                each -> Arrays.stream(each.chosen().ahead()).average().getAsDouble() > lately))
        .as("above the last weeks")
        .isGreaterThanOrEqualTo(MOST);
  }

  @Test
  void aSeasonIsForecastByAMethodThatKnowsIt() {
    List<ModelSelection> selections = Kind.SEASON.selections();
    int near = 0;
    for (int seed = 0; seed < SERIES; seed++) {
      double[] ahead = selections.get(seed).chosen().ahead();
      double missed = 0;
      double byLevel = 0;
      for (int step = 0; step < AHEAD; step++) {
        double expected = season(WEEKS + step + PHASE * seed);
        missed += Math.abs(ahead[step] - expected);
        byLevel += Math.abs(100 - expected);
      }
      near += missed < byLevel / 2 ? 1 : 0;
    }

    assertThat(near / (double) SERIES)
        .as("goes with the season by more than half")
        .isGreaterThanOrEqualTo(MOST);
    assertThat(share(selections, each -> each.chosen().title().contains("ntermittent")))
        .isLessThanOrEqualTo(1 - MOST);
  }

  @Test
  void demandNowAndThenIsForecastByThePoolForIt() {
    assertThat(
            share(
                Kind.NOW_AND_THEN.selections(),
                each -> each.chosen().title().equals("Intermittent pool")))
        .isGreaterThanOrEqualTo(MOST);
  }

  @Test
  void missesNoMoreThanSeasonalNaiveOnFourSeriesOfFive() {
    Map<Kind, Integer> better = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      for (int seed = 0; seed < SERIES; seed++) {
        better.merge(kind, isBetter(kind.series(seed)) ? 1 : 0, Integer::sum);
      }
    }

    int all = better.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(all / (double) (SERIES * Kind.values().length))
        .as(better.toString())
        .isGreaterThanOrEqualTo(MOST);
  }
}
