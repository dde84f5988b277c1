package org.millrace.deploy.calculation;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.part.PartProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Forecasts the series in a file, in a JVM that sees the calculations alone. */
@Command(
    name = "forecast",
    description = {
      "Forecast the series of a CSV file, with intervals; needs no instance.",
      "Long file: columns series,t,value, or names such as item,month,sales;",
      "t is a whole number or a date (2026-11-24, 2026-11-24 13:00, 2026-11,",
      "Nov 2026, 2026-W48, 2026-Q4 or 20261124).",
      "Wide file: one series a row, its name first. The header tells which.",
      "What is missing within a series is filled as its neighbours and its season",
      "say; a weekday that never comes is left out. Both are told on standard error.",
      "Writes series,step,mean,lo80,hi80,lo95,hi95,method. Example:",
      "./millrace forecast --in sales.csv --season 12 --horizon 18 --out f.csv"
    })
public final class Forecast implements Callable<Integer> {

  private static final String MAIN = "org.millrace.analytics.forecast.file.ForecastFile";

  @Option(names = "--in", paramLabel = "FILE", required = true, description = "The series.")
  private Path in = Path.of("");

  @Option(names = "--out", paramLabel = "FILE", description = "Default: standard output.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--season",
      paramLabel = "N,N",
      description = "Steps in a season, or in several such as 24,168. Default: 1.")
  private Optional<String> season = Optional.empty();

  @Option(names = "--horizon", paramLabel = "N", description = "How many steps to forecast.")
  private Optional<String> horizon = Optional.empty();

  @Option(
      names = "--level",
      paramLabel = "P,P",
      description =
          "Per cents of values to lie within, also 97.5; none: no intervals. Default: 80,95.")
  private Optional<String> level = Optional.empty();

  @Option(
      names = "--season-column",
      paramLabel = "NAME",
      description = "The column with each series' season; blank: as --season says.")
  private Optional<String> seasonColumn = Optional.empty();

  @Option(
      names = "--horizon-column",
      paramLabel = "NAME",
      description = "The column with each series' horizon; blank: as --horizon says.")
  private Optional<String> horizonColumn = Optional.empty();

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseParallelGC", "-Xshare:auto", "-Dfile.encoding=UTF-8", "-cp"));
    command.add(jar());
    command.add(MAIN);
    command.add("--in");
    command.add(in.toString());
    options()
        .forEach(
            (name, value) ->
                value.ifPresent(
                    given -> {
                      command.add(name);
                      command.add(given);
                    }));
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private Map<String, Optional<String>> options() {
    Map<String, Optional<String>> options = new TreeMap<>();
    options.put("--out", out.map(Path::toString));
    options.put("--season", season);
    options.put("--horizon", horizon);
    options.put("--level", level);
    options.put("--season-column", seasonColumn);
    options.put("--horizon-column", horizonColumn);
    return options;
  }

  /** The module's own jar; its libraries stay out, so that the start takes no time. */
  private static String jar() {
    Home home = Home.ofEnvironment(System.getenv());
    return PartProcess.classpath(home, "analytics").split(File.pathSeparator, 2)[0];
  }
}
