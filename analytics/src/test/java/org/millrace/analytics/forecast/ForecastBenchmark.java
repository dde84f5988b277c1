package org.millrace.analytics.forecast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.millrace.analytics.forecast.arima.Arima;
import org.millrace.analytics.forecast.ces.ComplexSmoothing;
import org.millrace.analytics.forecast.ets.Ets;
import org.millrace.analytics.forecast.interval.Forecaster;
import org.millrace.analytics.forecast.interval.Levels;
import org.millrace.analytics.forecast.interval.SeriesForecast;
import org.millrace.analytics.forecast.scale.BoxCox;
import org.millrace.analytics.forecast.smoothing.DampedTrend;
import org.millrace.analytics.forecast.smoothing.DynamicTheta;
import org.millrace.analytics.forecast.smoothing.Holt;
import org.millrace.analytics.forecast.smoothing.Naive;
import org.millrace.analytics.forecast.smoothing.SeasonallyAdjusted;
import org.millrace.analytics.forecast.smoothing.SimpleSmoothing;
import org.millrace.analytics.forecast.smoothing.Theta;

/**
 * Runs the methods on the M3 series (arguments: their folder, R's forecasts or a path without file)
 * and prints accuracy and processor time beside the published table and R's.
 */
final class ForecastBenchmark {

  private static final List<String> PERIODS = List.of("YEARLY", "QUARTERLY", "MONTHLY", "OTHER");
  private static final double SMAPE_LIMIT = 12.3;
  private static final double MASE_LIMIT = 1.33;
  private static final double TIME_LIMIT = 3;

  private static final class Series {
    String period;
    int season;
    double[] past;
    double[] future;
  }

  /** Sums over series: sMAPE and MASE by period, all in the last place. */
  private static final class Score {
    final double[] smape = new double[PERIODS.size() + 1];
    final double[] mase = new double[PERIODS.size() + 1];
    final int[] count = new int[PERIODS.size() + 1];

    void add(Series series, double... forecast) {
      for (int place : new int[] {PERIODS.indexOf(series.period), PERIODS.size()}) {
        smape[place] += smape(series, forecast);
        mase[place] += mase(series, forecast);
        count[place]++;
      }
    }

    String text() {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < count.length; i++) {
        text.append(
            count[i] == 0
                ? "       -      "
                : "  %5.2f/%6.3f".formatted(smape[i] / count[i], mase[i] / count[i]));
      }
      return text.toString();
    }

    double meanSmape() {
      return smape[PERIODS.size()] / count[PERIODS.size()];
    }

    double meanMase() {
      return mase[PERIODS.size()] / count[PERIODS.size()];
    }
  }

  private final Map<String, Series> all;
  private final Path peer;

  private ForecastBenchmark(Map<String, Series> all, Path peer) {
    this.all = all;
    this.peer = peer;
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    ForecastBenchmark bench = new ForecastBenchmark(read(folder), Path.of(arguments[1]));
    bench.wholeCompetition(folder);
    if (Files.exists(bench.peer)) {
      bench.besidePeer();
    }
    bench.intervals();
  }

  private static Map<String, ForecastMethod> methods() {
    Map<String, ForecastMethod> methods = new LinkedHashMap<>();
    methods.put("naive", SeasonallyAdjusted.tested(new Naive()));
    methods.put("ses", SeasonallyAdjusted.tested(new SimpleSmoothing()));
    methods.put("holt", SeasonallyAdjusted.tested(new Holt()));
    methods.put("damped", SeasonallyAdjusted.tested(new DampedTrend()));
    methods.put("theta", SeasonallyAdjusted.tested(new Theta()));
    methods.put("dynamic theta", SeasonallyAdjusted.tested(new DynamicTheta()));
    methods.put("ets", new Ets());
    methods.put("ets, all 30 forms", Ets.full());
    methods.put("ces", SeasonallyAdjusted.shrunk(new ComplexSmoothing()));
    methods.put("arima", new Arima());
    methods.put("theta in powers", new BoxCox(SeasonallyAdjusted.tested(new Theta())));
    methods.put("quick pool", Pool.quick());
    methods.put("pool", Pool.standard());
    return methods;
  }

  private void wholeCompetition(Path folder) throws IOException {
    System.out.println("sMAPE/MASE on all M3 series, published horizons");
    title("CPU ms a series");
    Map<String, Score> published = new LinkedHashMap<>();
    for (String line : rows(folder.resolve("published_methods_accuracy.csv"))) {
      String[] cell = line.split(",");
      int place = cell[1].equals("ALL") ? PERIODS.size() : PERIODS.indexOf(cell[1]);
      Score score = published.computeIfAbsent(cell[0], key -> new Score());
      score.smape[place] = Double.parseDouble(cell[2]);
      score.mase[place] = Double.parseDouble(cell[4]);
      score.count[place] = 1;
    }
    for (String name : List.of("NAIVE2", "SINGLE", "HOLT", "DAMPEN", "ForecastPro", "THETA")) {
      row("published " + name, published.get(name), "");
    }
    methods().forEach((name, method) -> measure(name, method, all.keySet()::contains));
    Score pool = new Score();
    all.values().forEach(s -> pool.add(s, forecast(Pool.standard(), s)));
    System.out.printf(
        "pool against the limits: sMAPE %.2f of %.1f (ratio %.3f), MASE %.3f of %.2f (%.3f)%n",
        pool.meanSmape(),
        SMAPE_LIMIT,
        pool.meanSmape() / SMAPE_LIMIT,
        pool.meanMase(),
        MASE_LIMIT,
        pool.meanMase() / MASE_LIMIT);
    for (int part = 0; part < 3; part++) {
      Score third = new Score();
      int i = 0;
      for (Series series : all.values()) {
        if (i++ % 3 == part) {
          third.add(series, forecast(Pool.standard(), series));
        }
      }
      String use = part == 0 ? " (settings were chosen on this one)" : "";
      System.out.printf(
          "pool on third %d: sMAPE %.2f, MASE %.3f%s%n",
          part + 1, third.meanSmape(), third.meanMase(), use);
    }
  }

  private double measure(String name, ForecastMethod method, Predicate<String> isWanted) {
    Score score = new Score();
    int count = 0;
    double before = processorMillis();
    for (Map.Entry<String, Series> each : all.entrySet()) {
      if (isWanted.test(each.getKey())) {
        score.add(each.getValue(), forecast(method, each.getValue()));
        count++;
      }
    }
    double spent = (processorMillis() - before) / count;
    row("millrace " + name, score, "%8.3f".formatted(spent));
    return spent;
  }

  /** R's forecasts and ours of the same series, both scored here. */
  private void besidePeer() throws IOException {
    Map<String, Map<String, double[]>> forecasts = new LinkedHashMap<>();
    for (String line : rows(peer)) {
      String[] cell = line.split(",");
      Map<String, double[]> ofMethod =
          forecasts.computeIfAbsent(cell[0], key -> new LinkedHashMap<>());
      double[] steps =
          ofMethod.computeIfAbsent(cell[1], key -> new double[all.get(key).future.length]);
      steps[Integer.parseInt(cell[2]) - 1] = Double.parseDouble(cell[3]);
    }
    Map<String, double[]> time = new LinkedHashMap<>();
    for (String line : rows(Path.of(peer + ".time"))) {
      String[] cell = line.split(",");
      time.computeIfAbsent(cell[0], key -> new double[1])[0] += Double.parseDouble(cell[2]);
    }
    Predicate<String> isWanted = forecasts.values().iterator().next()::containsKey;
    System.out.printf(
        "%nR forecast beside ours on %d series%n", forecasts.values().iterator().next().size());
    title("CPU ms a series");
    forecasts.forEach(
        (name, ofMethod) -> {
          Score score = new Score();
          ofMethod.forEach((id, steps) -> score.add(all.get(id), steps));
          double spent = time.get(name)[0] / ofMethod.size();
          row("R " + name, score, "%8.3f".formatted(spent));
        });
    methods()
        .forEach(
            (name, method) -> {
              double spent = measure(name, method, isWanted);
              if (time.containsKey(name)) {
                double ofPeer = time.get(name)[0] / forecasts.get(name).size();
                System.out.printf("%-24s%.0f times as fast as R%n", "", ofPeer / spent);
              }
            });
  }

  private void intervals() {
    Forecaster forecaster = Forecaster.standard(Levels.DEFAULT);
    int[][] held = new int[PERIODS.size()][3];
    double before = processorMillis();
    for (Series series : all.values()) {
      List<SeriesForecast.Step> steps =
          forecaster.forecast(series.past, series.season, series.future.length).steps();
      int[] counts = held[PERIODS.indexOf(series.period)];
      for (int step = 0; step < series.future.length; step++) {
        counts[0]++;
        for (int k = 0; k < 2; k++) {
          SeriesForecast.Band band = steps.get(step).bands().get(k);
          double actual = series.future[step];
          counts[k + 1] += band.low() <= actual && actual <= band.high() ? 1 : 0;
        }
      }
    }
    double spent = (processorMillis() - before) / all.size();
    System.out.printf("%nShare of actual values within the pool's intervals%n");
    for (int i = 0; i < held.length; i++) {
      System.out.printf(
          "%-10s 80 %%: %.1f %%   95 %%: %.1f %%%n",
          PERIODS.get(i), 100.0 * held[i][1] / held[i][0], 100.0 * held[i][2] / held[i][0]);
    }
    System.out.printf(
        "pool with intervals: %.3f CPU ms a series; limit %.0f ms; ratio %.2f%n",
        spent, TIME_LIMIT, spent / TIME_LIMIT);
  }

  private static double[] forecast(ForecastMethod method, Series series) {
    return method.forecast(series.past, series.season, series.future.length);
  }

  private static void title(String last) {
    StringBuilder title = new StringBuilder("%-24s".formatted(""));
    PERIODS.forEach(period -> title.append("%14s".formatted(period)));
    System.out.println(title + "           ALL  " + last);
  }

  private static void row(String name, Score score, String time) {
    System.out.printf("%-24s%s  %s%n", name, score.text(), time);
  }

  private static double smape(Series series, double... forecast) {
    double sum = 0;
    for (int i = 0; i < forecast.length; i++) {
      double actual = series.future[i];
      sum += 200 * Math.abs(forecast[i] - actual) / (Math.abs(actual) + Math.abs(forecast[i]));
    }
    return sum / forecast.length;
  }

  private static double mase(Series series, double... forecast) {
    double scale = 0;
    int lag = series.season;
    for (int i = lag; i < series.past.length; i++) {
      scale += Math.abs(series.past[i] - series.past[i - lag]) / (series.past.length - lag);
    }
    double sum = 0;
    for (int i = 0; i < forecast.length; i++) {
      sum += Math.abs(forecast[i] - series.future[i]) / forecast.length;
    }
    return sum / scale;
  }

  /** Of the whole process, so that compiling and collecting garbage count. */
  private static double processorMillis() {
    Function<Object, Long> nanos =
        bean -> ((com.sun.management.OperatingSystemMXBean) bean).getProcessCpuTime();
    return nanos.apply(java.lang.management.ManagementFactory.getOperatingSystemMXBean()) / 1e6;
  }

  private static Map<String, Series> read(Path folder) throws IOException {
    Map<String, Series> all = new LinkedHashMap<>();
    for (String line : rows(folder.resolve("series.csv"))) {
      String[] cell = line.split(",", 8);
      Series series = new Series();
      series.period = cell[1];
      series.season = Integer.parseInt(cell[3]);
      series.past = new double[Integer.parseInt(cell[5])];
      series.future = new double[Integer.parseInt(cell[6])];
      all.put(cell[0], series);
    }
    for (String line : rows(folder.resolve("train.csv"))) {
      String[] cell = line.split(",");
      all.get(cell[0]).past[Integer.parseInt(cell[1]) - 1] = Double.parseDouble(cell[2]);
    }
    for (String line : rows(folder.resolve("test.csv"))) {
      String[] cell = line.split(",");
      all.get(cell[0]).future[Integer.parseInt(cell[1]) - 1] = Double.parseDouble(cell[2]);
    }
    return all;
  }

  private static List<String> rows(Path file) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    return lines.subList(1, lines.size()).stream().map(line -> line.replace("\"", "")).toList();
  }
}
