package org.millrace.analytics.forecast.intermittent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.millrace.analytics.forecast.ForecastMethod;
import org.millrace.analytics.forecast.interval.Forecaster;
import org.millrace.analytics.forecast.interval.Levels;
import org.millrace.analytics.forecast.interval.SeriesForecast;
import org.millrace.analytics.forecast.season.Seasons;

/**
 * Monthly car parts, six months ahead from three origins each (the last 6, 12 and 18 months held
 * out): accuracy, pinball loss, coverage and CPU of the methods for intermittent demand. Argument:
 * the archive. A series takes part when its history has eight months or more and is not constant.
 */
final class CarpartsBenchmark {

  private static final int STEPS = 6;
  private static final int ORIGINS = 3;
  private static final int SHORTEST = 8;
  private static final double[] LEVELS = {0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975};

  private static final class Score {
    int forecasts;
    double absolute;
    double pinball;
    double sum;
    double actual;
    double inside80;
    double inside95;
    int within80;
    int within95;
    int negative;
    long nanos;

    void add(Case one, double[] forecast, DemandDistribution next) {
      double[] quantiles = Arrays.stream(LEVELS).map(next::quantile).toArray();
      for (int i = 0; i < STEPS; i++) {
        double seen = one.future[i];
        forecasts++;
        absolute += Math.abs(forecast[i] - seen) / one.scale;
        sum += forecast[i];
        actual += seen;
        negative += forecast[i] < 0 || one.isSold && forecast[i] == 0 ? 1 : 0;
        for (int j = 0; j < LEVELS.length; j++) {
          double over = seen - quantiles[j];
          pinball += Math.max(LEVELS[j] * over, (LEVELS[j] - 1) * over) / one.scale / LEVELS.length;
        }
        inside80 += next.inside(0.8, seen);
        inside95 += next.inside(0.95, seen);
        within80 += seen >= quantiles[1] && seen <= quantiles[5] ? 1 : 0;
        within95 += seen >= quantiles[0] && seen <= quantiles[6] ? 1 : 0;
      }
    }

    String text() {
      return "%7.4f %8.4f %+6.1f %% %6.1f %% %6.1f %% %8.1f %% %6.1f %% %6d %8.4f"
          .formatted(
              absolute / forecasts,
              pinball / forecasts,
              100 * (sum / actual - 1),
              100 * inside80 / forecasts,
              100 * inside95 / forecasts,
              100.0 * within80 / forecasts,
              100.0 * within95 / forecasts,
              negative,
              nanos / 1e6 / (forecasts / STEPS));
    }
  }

  private static final class Case {
    final double[] history;
    final double[] future;
    final double scale;
    final boolean isSold;

    Case(double[] all, int origin) {
      int known = all.length - origin;
      history = Arrays.copyOf(all, known);
      future = Arrays.copyOfRange(all, known, known + STEPS);
      double steps = 0;
      for (int i = 1; i < known; i++) {
        steps += Math.abs(history[i] - history[i - 1]);
      }
      scale = steps / (known - 1);
      isSold = Arrays.stream(history).anyMatch(value -> value > 0);
    }
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<double[]> series = series(arguments[0]);
    Map<String, ForecastMethod> methods = new LinkedHashMap<>();
    for (double alpha : new double[] {0.1, 0.2, 0.3}) {
      methods.put("Croston " + alpha, Croston.original(alpha));
      methods.put("SBA " + alpha, Croston.unbiased(alpha));
      methods.put("TSB " + alpha, Tsb.of(alpha, alpha));
    }
    methods.put("ADIDA", Aggregated.adida());
    methods.put("IMAPA", Aggregated.imapa());
    for (int origin = STEPS; origin <= ORIGINS * STEPS; origin += STEPS) {
      List<Case> cases = cases(series, origin);
      System.out.printf("%ncarparts, last %d months held out, %d series%n", origin, cases.size());
      System.out.println(
          "method           MASE  pinball     bias  80 exact 95 exact  80 closed 95 closed  dead"
              + "   CPU ms");
      double bestMase = Double.POSITIVE_INFINITY;
      double bestPinball = Double.POSITIVE_INFINITY;
      for (Map.Entry<String, ForecastMethod> entry : methods.entrySet()) {
        ForecastMethod method = entry.getValue();
        Score score =
            score(
                cases,
                method,
                history -> DemandDistribution.around(method.forecast(history, 1, 1)[0], history));
        System.out.printf("%-13s %s%n", entry.getKey(), score.text());
        if (!(method instanceof Aggregated)) {
          bestMase = Math.min(bestMase, score.absolute / score.forecasts);
          bestPinball = Math.min(bestPinball, score.pinball / score.forecasts);
        }
      }
      Score best = score(cases, new IntermittentPool(), DemandDistribution::after);
      System.out.printf("%-13s %s%n", "pool", best.text());
      System.out.printf(
          "pool against the best single, each at its best weight: MASE ratio %.4f, pinball ratio"
              + " %.4f; limit below 1%n",
          best.absolute / best.forecasts / bestMase, best.pinball / best.forecasts / bestPinball);
      System.out.println(asFiles(cases));
    }
  }

  /** What ./millrace forecast gives: the method it takes by itself and its closed intervals. */
  private static String asFiles(List<Case> cases) {
    Forecaster forecaster =
        Forecaster.standard(Levels.DEFAULT)
            .calibratedOn(
                cases.stream()
                    .map(one -> new Forecaster.Task(one.history, Seasons.of(12), STEPS))
                    .toList());
    int intermittent = 0;
    int[] held = new int[Levels.DEFAULT.percents().size()];
    double absolute = 0;
    for (Case one : cases) {
      SeriesForecast forecast = forecaster.forecast(one.history, 12, STEPS);
      intermittent += forecast.method().equals(new IntermittentPool().title()) ? 1 : 0;
      for (int step = 0; step < STEPS; step++) {
        SeriesForecast.Step ahead = forecast.steps().get(step);
        double seen = one.future[step];
        absolute += Math.abs(ahead.mean() - seen) / one.scale;
        for (int k = 0; k < held.length; k++) {
          SeriesForecast.Band band = ahead.bands().get(k);
          held[k] += band.low() <= seen && seen <= band.high() ? 1 : 0;
        }
      }
    }
    double all = (double) cases.size() * STEPS;
    return "as a file: %d of %d series by the intermittent pool, MASE %.4f, within 80 %%: %.1f %%,"
            .formatted(intermittent, cases.size(), absolute / all, 100 * held[0] / all)
        + " within 95 %%: %.1f %%".formatted(100 * held[1] / all);
  }

  private static Score score(
      List<Case> cases, ForecastMethod method, Function<double[], DemandDistribution> law) {
    Score score = new Score();
    for (Case one : cases) {
      long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      double[] forecast = method.forecast(one.history, 12, STEPS);
      DemandDistribution next = law.apply(one.history);
      score.nanos += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
      score.add(one, forecast, next);
    }
    return score;
  }

  private static List<Case> cases(List<double[]> series, int origin) {
    return series.stream()
        .filter(all -> all.length - origin >= SHORTEST)
        .map(all -> new Case(all, origin))
        .filter(one -> one.scale > 0)
        .toList();
  }

  private static List<double[]> series(String archive) throws IOException, InterruptedException {
    Process tar =
        new ProcessBuilder("tar", "-xJOf", archive, "expsmooth/carparts.csv")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<double[]> series = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(tar.getInputStream(), StandardCharsets.UTF_8))) {
      reader
          .lines()
          .skip(1)
          .forEach(
              line ->
                  series.add(
                      Arrays.stream(line.split(","))
                          .skip(1)
                          .filter(cell -> !cell.isBlank())
                          .mapToDouble(Double::parseDouble)
                          .toArray()));
    }
    if (tar.waitFor() != 0) {
      throw new IOException("tar with xz could not read " + archive);
    }
    return series;
  }

  private CarpartsBenchmark() {}
}
