package org.millrace.analytics.forecast.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** What R's package forecast says of series, in the run of the test. */
final class PeerForecasts {

  private final Map<String, List<Double>> values = new HashMap<>();

  private PeerForecasts() {}

  /** Whether R with the package can be run. */
  static boolean isThere() throws InterruptedException {
    try {
      Process check =
          new ProcessBuilder("Rscript", "-e", "library(forecast)")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return check.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Every {@code etsEvery}-th series is given to R's slow ets as well. */
  static PeerForecasts of(List<PeerSeries> all, int etsEvery, Path folder)
      throws IOException, InterruptedException {
    List<String> rows = new ArrayList<>(List.of("id,frequency,horizon,with_ets,values"));
    for (int i = 0; i < all.size(); i++) {
      PeerSeries each = all.get(i);
      String values =
          DoubleStream.of(each.values()).mapToObj(String::valueOf).collect(Collectors.joining(" "));
      int withEts = i % etsEvery == 0 ? 1 : 0;
      rows.add(
          "%s,%d,%d,%d,%s".formatted(each.id(), each.season(), each.horizon(), withEts, values));
    }
    Path in = Files.write(folder.resolve("series.csv"), rows);
    Path out = folder.resolve("forecasts.csv");
    Process run =
        new ProcessBuilder("Rscript", script().toString(), in.toString(), out.toString())
            .inheritIO()
            .start();
    if (!run.waitFor(9, TimeUnit.MINUTES) || run.exitValue() != 0) {
      run.destroyForcibly();
      throw new IOException("R did not forecast " + in + "; what it said stands above");
    }
    PeerForecasts peer = new PeerForecasts();
    for (String line : Files.readAllLines(out)) {
      String[] cell = line.split(",");
      peer.values
          .computeIfAbsent(cell[0] + " " + cell[1], key -> new ArrayList<>())
          .add(Double.valueOf(cell[3]));
    }
    return peer;
  }

  private static Path script() {
    return Path.of("src/test/resources/org/millrace/analytics/forecast/peer/forecasts.R")
        .toAbsolutePath();
  }

  boolean has(String method, PeerSeries series) {
    return values.containsKey(method + " " + series.id());
  }

  double[] of(String method, PeerSeries series) {
    return values.get(method + " " + series.id()).stream().mapToDouble(v -> v).toArray();
  }
}
