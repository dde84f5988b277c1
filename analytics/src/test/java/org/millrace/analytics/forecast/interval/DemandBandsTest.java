package org.millrace.analytics.forecast.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.forecast.intermittent.DemandDistribution;
import org.millrace.analytics.forecast.intermittent.DemandPattern;
import org.millrace.analytics.forecast.season.Seasons;

class DemandBandsTest {

  @Test
  void stepsTakeTurnsToHoldTheShare() {
    DemandDistribution next = DemandDistribution.around(0.3, 1, 0, 1, 0, 0, 1, 0, 0, 0, 0);
    double[] highs = DemandBands.highs(next, 0, 0.8, 100);
    double held = Arrays.stream(highs).map(next::upTo).average().orElseThrow();

    assertThat(highs).contains(0, 1);
    assertThat(held).isBetween(0.795, 0.805);
  }

  @Test
  void aSmallShareNeverLosesTheNearestEnd() {
    DemandDistribution next = DemandDistribution.around(0.05, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    assertThat(DemandBands.highs(next, 0, 0.8, 3)).containsOnly(0);
  }

  @Test
  void seldomDemandIsToldFromOutOfSeason() {
    double[] nowAndThen = new double[48];
    double[] ski = new double[48];
    Random random = new Random(3);
    Arrays.setAll(nowAndThen, i -> random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0);
    Arrays.setAll(ski, i -> i % 12 < 4 ? 20 + random.nextInt(5) : 0);

    assertThat(DemandPattern.isIntermittent(nowAndThen, 12)).isTrue();
    assertThat(DemandPattern.isIntermittent(ski, 12)).isFalse();
    assertThat(DemandPattern.isIntermittent(new double[] {0, -1, 0, 0, 3, 0}, 1)).isFalse();
    assertThat(DemandPattern.isIntermittent(new double[] {5, 6, 7, 6}, 1)).isFalse();
    Forecaster forecaster = Forecaster.standard(Levels.DEFAULT);
    assertThat(forecaster.forecast(nowAndThen, 12, 3).method()).isEqualTo("Intermittent pool");
    assertThat(forecaster.forecast(ski, 12, 3).method()).isEqualTo("Pool");
  }

  @Test
  void aWeekIsFoundBehindItsDays() {
    double[] hours = new double[24 * 7 * 5];
    Random random = new Random(8);
    Arrays.setAll(hours, i -> (i / 24 % 7 == 6 ? 40 : 100) + i % 24 + random.nextGaussian());
    double[] equalDays = new double[hours.length];
    Arrays.setAll(equalDays, i -> 100 + i % 24 + random.nextGaussian());

    assertThat(Weeks.found(Seasons.of(24), hours)).isEqualTo(Seasons.of(24, 168));
    assertThat(Weeks.found(Seasons.of(24), equalDays)).isEqualTo(Seasons.of(24));
    assertThat(Weeks.found(Seasons.of(12), hours)).isEqualTo(Seasons.of(12));
  }
}
