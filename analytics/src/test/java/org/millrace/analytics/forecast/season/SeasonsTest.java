package org.millrace.analytics.forecast.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.forecast.smoothing.Naive;

class SeasonsTest {

  private static final double NEAR = 1e-6;

  @Test
  void areSortedAndDistinct() {
    assertThat(Seasons.of(168, 24, 1, 24)).isEqualTo(Seasons.of(24, 168));
    assertThat(Seasons.of(1).shortest()).isEqualTo(1);
    assertThat(Seasons.of(24, 168).shownIn(336)).isEqualTo(Seasons.of(24));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Seasons.of(0))
        .withMessage("A season takes 1 step or more, but one is 0");
  }

  @Test
  void aLineStaysAndAnEdgeWeighsNothing() {
    double[] line = {1, 2, 3, 4, 5, 6, 7, 8};

    assertThat(Loess.smoothed(5, line)).containsExactly(line, within(NEAR));
    assertThat(Loess.at(2, 3, 0, 0, 3, 0, 0)).isCloseTo(3, within(NEAR));
  }

  @Test
  void twoPlacesAreToldApart() {
    double[] values = new double[20];
    Arrays.setAll(values, i -> i % 2 == 0 ? 10 : 20);

    double[] season = Stl.season(2, 35, values);

    assertThat(season[10]).isCloseTo(-5, within(NEAR));
    assertThat(season[11]).isCloseTo(5, within(NEAR));
  }

  @Test
  void severalSeasonsGoOn() {
    double[] values = new double[60];
    Arrays.setAll(values, SeasonsTest::twoSeasons);

    double[] ahead = Mstl.of(new Naive(), Seasons.of(2, 12)).forecast(values, 1, 12);

    for (int step = 0; step < 12; step++) {
      assertThat(ahead[step]).isCloseTo(twoSeasons(60 + step), within(0.2));
    }
  }

  @Test
  void aSeasonThatGrowsIsFollowed() {
    Random random = new Random(5);
    double[] values = new double[12 * 40];
    Arrays.setAll(values, i -> i * 0.05 * Math.sin(Math.PI * i / 6) + 0.1 * random.nextGaussian());

    double[] season = Stl.season(12, 7, values);

    assertThat(season[12 * 5 + 3]).isCloseTo(0.05 * 63, within(0.5));
    assertThat(season[12 * 35 + 3]).isCloseTo(0.05 * 423, within(0.5));
  }

  private static double twoSeasons(int i) {
    return 10 + (i % 2 == 0 ? 1 : 2) + (i % 12 < 6 ? 0 : 4);
  }
}
