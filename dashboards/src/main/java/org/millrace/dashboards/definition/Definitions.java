package org.millrace.dashboards.definition;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All metrics and boards under dashboards/, read and checked: adding one is adding a file. Anything
 * wrong refuses the whole, with every problem by file and line.
 */
public record Definitions(Map<MetricId, Metric> metrics, List<Board> boards) {
  public Definitions {
    metrics = Map.copyOf(metrics);
    boards = List.copyOf(boards);
  }

  /**
   * Reads {@code metrics/} and {@code boards/} below the folder; throws {@link DefinitionsRefused}.
   */
  public static Definitions read(Path dashboards, MartTables tables) {
    List<Problem> problems = new ArrayList<>();
    Map<MetricId, Metric> metrics = metrics(dashboards.resolve("metrics"), tables, problems);
    BoardFiles files = new BoardFiles(new ChartFiles(tables, metrics), problems);
    List<Board> boards = new ArrayList<>();
    for (Path file : walk(dashboards.resolve("boards"), 3)) {
      if (file.endsWith("board.yaml")) {
        files.read(file).ifPresent(boards::add);
      }
    }
    uniqueNames(dashboards, boards, problems);
    if (!problems.isEmpty()) {
      throw new DefinitionsRefused(problems);
    }
    boards.sort(Comparator.comparingInt((Board b) -> b.layout().position()));
    return new Definitions(metrics, boards);
  }

  /** The metric of this name; refuses an unknown one. */
  public Metric metric(MetricId id) {
    return Optional.ofNullable(metrics.get(id))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No metric '"
                        + id
                        + "'; there are "
                        + metrics.keySet().stream().map(MetricId::toString).sorted().toList()));
  }

  /** The board of this name, without its domain. */
  public Optional<Board> board(String name) {
    return boards.stream().filter(b -> b.id().name().equals(name)).findFirst();
  }

  private static Map<MetricId, Metric> metrics(
      Path folder, MartTables tables, List<Problem> problems) {
    MetricFiles files = new MetricFiles(tables);
    Map<MetricId, Metric> metrics = new TreeMap<>(Comparator.comparing(MetricId::toString));
    for (Path file : walk(folder, 2)) {
      String name = file.getFileName().toString().replace(".yaml", "");
      try {
        MetricId id = new MetricId(requireNonNull(file.getParent()).getFileName().toString(), name);
        files.read(id, new YamlFile(file, problems)).ifPresent(metric -> metrics.put(id, metric));
      } catch (IllegalArgumentException refused) {
        problems.add(new Problem(file, 1, String.valueOf(refused.getMessage())));
      }
    }
    return metrics;
  }

  private static void uniqueNames(Path root, List<Board> boards, List<Problem> problems) {
    Map<String, BoardId> seen = new TreeMap<>();
    for (Board board : boards) {
      BoardId other = seen.putIfAbsent(board.id().name(), board.id());
      if (other != null) {
        Path file = root.resolve("boards").resolve(board.id().toString()).resolve("board.yaml");
        problems.add(new Problem(file, 1, "the name is already taken by board " + other));
      }
    }
  }

  static List<Path> walk(Path folder, int depth) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "No folder " + folder.toAbsolutePath() + "; MILLRACE_ROOT must be the checkout's root");
    }
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files
          .filter(f -> f.getFileName().toString().endsWith(".yaml") && Files.isRegularFile(f))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }
}
