package org.millrace.analytics.forecast.ets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.forecast.ets.Form.Error;
import org.millrace.analytics.forecast.ets.Form.Season;
import org.millrace.analytics.forecast.ets.Form.Trend;

class EtsTest {

  private static final double TIGHT = 1e-12;
  private static final double OF_DIFFERENCES = 1e-4;

  @Test
  void oneStepOfSimpleSmoothing() {
    Path path = new Path(new Form(Error.ADDITIVE, Trend.NONE, Season.NONE), 1, 12);
    path.alpha = 0.5;
    path.phi = 1;
    path.level = 10;

    assertThat(path.forwards()).isCloseTo(Math.log(4), within(TIGHT));
    assertThat(path.level).isEqualTo(11);
  }

  @Test
  void oneStepWithATrendThatMultiplies() {
    Path path = new Path(new Form(Error.ADDITIVE, Trend.MULTIPLICATIVE, Season.NONE), 1, 13);
    path.alpha = 0.5;
    path.beta = 0.2;
    path.phi = 1;
    path.level = 10;
    path.trend = 1.1;
    path.forwards();

    assertThat(path.level).isCloseTo(12, within(TIGHT));
    assertThat(path.trend).isCloseTo(1.14, within(TIGHT));
    assertThat(path.continued(1)[0]).isCloseTo(12 * 1.14, within(TIGHT));
  }

  @Test
  void theFamilyHasThirtyFormsAndFifteenSensibleOnes() {
    Form.Scale positive = new Form.Scale(4, true);

    assertThat(Form.all(positive)).hasSize(30).doesNotHaveDuplicates();
    assertThat(Form.sensible(positive)).hasSize(15);
    assertThat(Form.all(new Form.Scale(1, true))).hasSize(10);
    assertThat(Form.all(new Form.Scale(4, false)))
        .extracting(Form::title)
        .containsExactlyInAnyOrder(
            "ETS(A,N,N)", "ETS(A,A,N)", "ETS(A,Ad,N)", "ETS(A,N,A)", "ETS(A,A,A)", "ETS(A,Ad,A)");
  }

  @Test
  void growthByTheSameShareGoesOn() {
    double[] history = new double[40];
    Random random = new Random(40);
    for (int i = 0; i < history.length; i++) {
      history[i] = 100 * Math.pow(1.08, i) * (1 + 0.01 * random.nextGaussian());
    }
    double next = 100 * Math.pow(1.08, 47);

    assertThat(Ets.full().forecast(history, 1, 8)[7] / next).isCloseTo(1, within(0.05));
    assertThat(new Ets().forecast(history, 1, 8)[7] / next).isLessThan(0.95);
  }

  @Test
  void derivativesAreThoseOfDifferences() {
    double[] history = seasonal(23, 4);
    for (Form form : Form.all(new Form.Scale(4, true))) {
      Path path = new Path(form, 4, history);
      put(path, form);
      path.forwards();
      path.back();
      double[] given = {
        path.byAlpha,
        form.trend() == Trend.NONE ? 0 : path.byBeta,
        form.season() == Season.NONE ? 0 : path.byGamma,
        form.trend() == Trend.NONE ? 0 : path.byPhi,
        path.byLevel,
        form.trend() == Trend.NONE ? 0 : path.byTrend,
        form.season() == Season.NONE ? 0 : path.bySeasons[2]
      };
      for (int k = 0; k < given.length; k++) {
        double size = k == 4 ? 1e-3 : 1e-5;
        double difference = (moved(path, form, k, size) - moved(path, form, k, -size)) / (2 * size);

        assertThat(given[k])
            .as(form.title() + " by " + k)
            .isCloseTo(difference, within(OF_DIFFERENCES * (1 + Math.abs(difference))));
      }
    }
  }

  @Test
  void aLineGoesOn() {
    double[] history = new double[10];
    for (int i = 0; i < 10; i++) {
      history[i] = 10 * (i + 1);
    }

    assertThat(new Ets().forecast(history, 1, 2)[0]).isCloseTo(110, within(0.1));
    assertThat(Ets.chosen(history, 1)).isIn("ETS(A,A,N)", "ETS(M,A,N)");
  }

  @Test
  void aSeasonInProportionToTheLevelIsSeen() {
    double[] history = seasonal(60, 12);

    assertThat(Ets.chosen(history, 12)).startsWith("ETS(M,").endsWith(",M)");
  }

  @Test
  void countsWeightsStatesAndVariance() {
    assertThat(new Form(Error.ADDITIVE, Trend.NONE, Season.NONE).parameters(1)).isEqualTo(3);
    assertThat(new Form(Error.MULTIPLICATIVE, Trend.DAMPED, Season.ADDITIVE).parameters(12))
        .isEqualTo(18);
  }

  /** A rising level times a season, with errors in proportion, from a seed. */
  private static double[] seasonal(int length, int season) {
    Random random = new Random(length);
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      double ratio = 1 + 0.3 * Math.sin(2 * Math.PI * i / season);
      values[i] = (50 + 4 * i) * ratio * (1 + 0.05 * random.nextGaussian());
    }
    return values;
  }

  private static void put(Path path, Form form) {
    path.alpha = 0.4;
    path.beta = form.trend() == Trend.NONE ? 0 : 0.1;
    path.gamma = form.season() == Season.NONE ? 0 : 0.2;
    path.phi = 0.9;
    path.level = 50;
    path.trend = form.trend() == Trend.NONE ? 0 : form.trend().isMultiplied() ? 1.08 : 5;
    double centre = form.season() == Season.MULTIPLICATIVE ? 1 : 0;
    for (int place = 0; place < path.seasons.length; place++) {
      path.seasons[place] = centre + (form.season() == Season.NONE ? 0 : 0.1 * place);
    }
  }

  private static double moved(Path path, Form form, int parameter, double by) {
    put(path, form);
    switch (parameter) {
      case 0 -> path.alpha += by;
      case 1 -> path.beta += form.trend() == Trend.NONE ? 0 : by;
      case 2 -> path.gamma += form.season() == Season.NONE ? 0 : by;
      case 3 -> path.phi += form.trend() == Trend.NONE ? 0 : by;
      case 4 -> path.level += by;
      case 5 -> path.trend += form.trend() == Trend.NONE ? 0 : by;
      default -> path.seasons[2 % path.seasons.length] += form.season() == Season.NONE ? 0 : by;
    }
    return path.forwards();
  }
}
