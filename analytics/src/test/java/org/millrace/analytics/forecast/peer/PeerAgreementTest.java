package org.millrace.analytics.forecast.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.analytics.forecast.ForecastMethod;
import org.millrace.analytics.forecast.ets.Ets;
import org.millrace.analytics.forecast.intermittent.Croston;
import org.millrace.analytics.forecast.smoothing.Holt;
import org.millrace.analytics.forecast.smoothing.SeasonallyAdjusted;
import org.millrace.analytics.forecast.smoothing.SimpleSmoothing;
import org.millrace.analytics.forecast.smoothing.Theta;

/**
 * Our methods beside R's package forecast, run here, on the same 200 series. The difference of a
 * series is the mean absolute difference of the forecasts over all steps by the mean absolute
 * change of the series from one value to the next, the size of its noise.
 */
@Tag("slow")
class PeerAgreementTest {

  private static final int ETS_EVERY = 8;

  private static final double SAME_FIT = 1e-4;

  @TempDir private static Path folder;
  private static List<PeerSeries> all;
  private static PeerForecasts peer;

  @BeforeAll
  static void runPeer() throws IOException, InterruptedException {
    if (!PeerForecasts.isThere()) {
      String text =
          "R with its package forecast is not here (Debian: apt-get install r-cran-forecast),"
              + " so the forecasts cannot be compared with it";
      if (System.getenv("CI") != null) {
        fail(text);
      }
      System.err.println("LEFT OUT: " + text);
      abort(text);
    }
    all = PeerSeries.all();
    if (!PeerSeries.areReal()) {
      System.err.println("M3 is not at hand (MILLRACE_DATA); made series are compared instead");
    }
    peer = PeerForecasts.of(all, ETS_EVERY, folder);
  }

  @Test
  void crostonIsTheSame() {
    double[] differences = differences("croston", Croston.original(Croston.DEFAULT_ALPHA), true);

    assertThat(differences[differences.length - 1]).isLessThan(1e-6);
  }

  @Test
  void simpleSmoothingAgrees() {
    agree(differences("ses", new SimpleSmoothing(), false), 0.01, 0.05, 0.95);
  }

  /** R often stops short of the least squares, and a trend then leads elsewhere. */
  @Test
  void holtAgreesOrFitsBetter() {
    long fitsNoWorse =
        all.stream().filter(each -> squares(each) <= 1.001 * peerSquares(each)).count();
    double[] ofSameFit =
        all.stream()
            .filter(each -> Math.abs(squares(each) / peerSquares(each) - 1) < SAME_FIT)
            .mapToDouble(each -> difference(each, "holt", new Holt(), false))
            .sorted()
            .toArray();

    assertThat(fitsNoWorse).isGreaterThanOrEqualTo(9L * all.size() / 10);
    assertThat(ofSameFit.length).isGreaterThanOrEqualTo(all.size() / 20);
    agree(ofSameFit, 0.02, 0.1, 0.9);
  }

  private static double squares(PeerSeries series) {
    return Holt.squaredError(series.values());
  }

  private static double peerSquares(PeerSeries series) {
    return peer.of("holt_squares", series)[0];
  }

  @Test
  void thetaAgrees() {
    agree(differences("theta", SeasonallyAdjusted.tested(new Theta()), false), 0.02, 0.1, 0.95);
  }

  @Test
  void etsAgreesAndFitsNoWorse() {
    agree(differences("ets", new Ets(), false), 0.25, 1.5, 0.9);
    long compared = all.stream().filter(each -> peer.has("ets_aicc", each)).count();
    long noWorse =
        all.stream()
            .filter(each -> peer.has("ets_aicc", each))
            .filter(
                each ->
                    Ets.criterion(each.values(), each.season())
                        <= peer.of("ets_aicc", each)[0] + 0.5)
            .count();

    assertThat(noWorse).isGreaterThanOrEqualTo(Math.round(0.9 * compared));
  }

  /** The median difference is at most one limit, the given share of all at most the other. */
  private static void agree(double[] sorted, double median, double most, double share) {
    System.out.printf(
        "differences: median %.4f, 90 %% %.4f, 95 %% %.4f, largest %.4f%n",
        sorted[sorted.length / 2],
        sorted[(int) (0.9 * (sorted.length - 1))],
        sorted[(int) (0.95 * (sorted.length - 1))],
        sorted[sorted.length - 1]);
    assertThat(sorted[sorted.length / 2]).isLessThan(median);
    assertThat(sorted[(int) (share * (sorted.length - 1))]).isLessThan(most);
  }

  private static double[] differences(String name, ForecastMethod method, boolean isIntermittent) {
    return all.stream()
        .filter(each -> peer.has(name, each))
        .mapToDouble(each -> difference(each, name, method, isIntermittent))
        .sorted()
        .toArray();
  }

  private static double difference(
      PeerSeries series, String name, ForecastMethod method, boolean isIntermittent) {
    double[] history = isIntermittent ? intermittent(series.values()) : series.values();
    double[] ours = method.forecast(history, series.season(), series.horizon());
    double[] theirs = peer.of(name, series);
    double sum = 0;
    for (int step = 0; step < ours.length; step++) {
      sum += Math.abs(ours[step] - theirs[step]) / ours.length;
    }
    double change = 0;
    for (int i = 1; i < series.values().length; i++) {
      change += Math.abs(series.values()[i] - series.values()[i - 1]);
    }
    return sum / (change / (series.values().length - 1));
  }

  private static double[] intermittent(double... values) {
    double[] intermittent = values.clone();
    Arrays.setAll(intermittent, i -> (i + 1) * 7 % 5 < 3 ? 0 : values[i]);
    return intermittent;
  }
}
