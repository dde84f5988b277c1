package org.millrace.analytics.forecast.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The series on which R and ours are compared: 200 of M3, or 200 made ones where M3 is not at hand.
 */
record PeerSeries(String id, int season, int horizon, double[] values) {

  private static final int COUNT = 200;

  static List<PeerSeries> all() throws IOException, InterruptedException {
    Path archive = archive();
    return Files.exists(archive) ? ofM3(archive) : made();
  }

  /** Whether the competition's series are at hand. */
  static boolean areReal() {
    return Files.exists(archive());
  }

  private static Path archive() {
    String folder = System.getenv().getOrDefault("MILLRACE_DATA", "../../shared/data");
    return Path.of(folder, "m3.tar.xz");
  }

  private static List<PeerSeries> ofM3(Path archive) throws IOException, InterruptedException {
    List<String[]> about = rows(archive, "m3/series.csv");
    Map<String, List<Double>> values = new LinkedHashMap<>();
    for (String[] cell : rows(archive, "m3/train.csv")) {
      values.computeIfAbsent(cell[0], key -> new ArrayList<>()).add(Double.valueOf(cell[2]));
    }
    List<PeerSeries> chosen = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      String[] cell = about.get(i * about.size() / COUNT);
      double[] history = values.get(cell[0]).stream().mapToDouble(v -> v).toArray();
      chosen.add(
          new PeerSeries(cell[0], Integer.parseInt(cell[3]), Integer.parseInt(cell[6]), history));
    }
    return chosen;
  }

  private static List<String[]> rows(Path archive, String file)
      throws IOException, InterruptedException {
    Process tar =
        new ProcessBuilder("tar", "-xJOf", archive.toString(), file)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String[]> rows = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(tar.getInputStream(), StandardCharsets.UTF_8))) {
      lines.lines().skip(1).forEach(line -> rows.add(line.replace("\"", "").split(",", 8)));
    }
    if (tar.waitFor() != 0) {
      throw new IOException("tar with xz could not read " + file + " of " + archive);
    }
    return rows;
  }

  /** Levels that wander, with and without trend and season, from a seed. */
  private static List<PeerSeries> made() {
    List<PeerSeries> made = new ArrayList<>();
    int[] seasons = {1, 4, 12};
    for (int k = 0; k < COUNT; k++) {
      Random random = new Random(k);
      int season = seasons[k % seasons.length];
      double[] values = new double[season == 1 ? 20 : 12 * season / 2 + 24];
      double level = 1000 + 4000 * random.nextDouble();
      double trend = 20 * random.nextGaussian();
      double swing = 0.3 * random.nextDouble();
      for (int i = 0; i < values.length; i++) {
        level = Math.max(100, level + trend + 60 * random.nextGaussian());
        double ratio = 1 + swing * Math.sin(2 * Math.PI * i / season);
        values[i] = level * ratio * (1 + 0.03 * random.nextGaussian());
      }
      made.add(new PeerSeries("made" + k, season, season == 1 ? 6 : 8, values));
    }
    return made;
  }
}
