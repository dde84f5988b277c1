package org.millrace.analytics.forecast.file;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.util.List;
import org.millrace.analytics.forecast.interval.Forecaster;
import org.millrace.analytics.forecast.interval.SeriesForecast;

/**
 * Reads a file of series and writes a file of forecasts, a row for each series and step: {@code
 * series,step,mean,lo80,hi80,lo95,hi95,method}. All processors work; the rows keep the order of the
 * series in the file.
 */
public final class ForecastFile {

  private static final int PORTION = 4_096;

  private final Options options;

  private ForecastFile(Options options) {
    this.options = options;
  }

  public static void main(String[] arguments) throws IOException {
    System.exit(run(System.err, arguments));
  }

  /** Exit status 0 when all was written; what is wrong goes to the screen. */
  static int run(PrintStream screen, String... arguments) throws IOException {
    try {
      new ForecastFile(Options.of(arguments)).write(screen);
      return 0;
    } catch (FileRefused e) {
      screen.println("millrace: " + e.getMessage());
      return 1;
    }
  }

  private void write(PrintStream screen) throws IOException {
    long started = System.nanoTime();
    Target target = Target.of(options.out(), options.in());
    List<NamedSeries> series = SeriesFile.read(options.in(), options.cycle());
    Remark.say(series, screen);
    Forecaster forecaster = forecaster(series);
    try (Writer out = target.open();
        Progress progress = new Progress(series.size(), screen)) {
      out.write(header());
      for (int from = 0; from < series.size(); from += PORTION) {
        List<NamedSeries> portion = series.subList(from, Math.min(series.size(), from + PORTION));
        for (String rows :
            portion.parallelStream().map(each -> rows(forecaster, each, progress)).toList()) {
          out.write(rows);
        }
      }
    } catch (IOException e) {
      throw target.refused(e);
    }
    options
        .out()
        .ifPresent(
            file ->
                screen.printf(
                    "%,d series forecast in %.1f s: %s%n",
                    series.size(), (System.nanoTime() - started) / 1e9, file));
  }

  private String header() {
    StringBuilder header = new StringBuilder("series,step,mean");
    options.levels().texts().forEach(p -> header.append(",lo" + p + ",hi" + p));
    return header.append(",method\n").toString();
  }

  private Forecaster forecaster(List<NamedSeries> series) {
    return Forecaster.standard(options.levels())
        .calibratedOn(
            series.stream()
                .map(each -> new Forecaster.Task(each.values(), each.seasons(), each.horizon()))
                .toList());
  }

  private static String rows(Forecaster forecaster, NamedSeries series, Progress progress) {
    SeriesForecast forecast =
        forecaster.forecast(series.values(), series.seasons(), series.horizon());
    StringBuilder rows = new StringBuilder();
    String name = CsvLine.cell(series.name());
    for (int step = 0; step < forecast.steps().size(); step++) {
      SeriesForecast.Step ahead = forecast.steps().get(step);
      rows.append(name).append(',').append(step + 1);
      rows.append(',').append(Numbers.text(ahead.mean()));
      for (SeriesForecast.Band band : ahead.bands()) {
        rows.append(',').append(Numbers.text(band.low()));
        rows.append(',').append(Numbers.text(band.high()));
      }
      rows.append(',').append(CsvLine.cell(forecast.method())).append('\n');
    }
    progress.add(1);
    return rows.toString();
  }
}
