package org.millrace.dashboards.definition;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a board's folder: board.yaml, README.md, charts/ and commands/. */
final class BoardFiles {
  private static final int COLUMNS = 12;

  private final ChartFiles charts;
  private final List<Problem> problems;

  BoardFiles(ChartFiles charts, List<Problem> problems) {
    this.charts = charts;
    this.problems = problems;
  }

  Optional<Board> read(Path file) {
    return new YamlFile(file, problems).fields().map(in -> read(file, in));
  }

  private Board read(Path file, Fields in) {
    Path folder = requireNonNull(file.getParent());
    Path domain = requireNonNull(folder.getParent());
    BoardId id = new BoardId(domain.getFileName().toString(), folder.getFileName().toString());
    if (!Files.isRegularFile(folder.resolve("README.md"))) {
      problems.add(
          new Problem(
              folder.resolve("README.md"), 1, "missing; it names the decision and the owner"));
    }
    Board.Words words = new Board.Words(in.label("title"), in.label("purpose"));
    Set<Board.Filter> filters = EnumSet.noneOf(Board.Filter.class);
    filters.addAll(in.choices("filters", Board.Filter.class));
    int position = in.number("position", 99, 99);
    Map<String, Chart> read = charts(folder);
    List<List<Board.Tile>> rows = rows(in, read);
    List<Chart.Command> commands = CommandFiles.ofBoard(in);
    Optional<String> first = in.optional("first");
    first
        .filter(chart -> !(read.get(chart) instanceof Chart.Table table && picks(table)))
        .ifPresent(
            chart -> in.problem("first", "no table '" + chart + "' here picks with its rows"));
    in.end();
    return new Board(id, words, filters, first, commands, new Board.Layout(position, rows, read));
  }

  private static boolean picks(Chart.Table table) {
    return table.rows().link().orElse(null) instanceof Chart.Link.Pick;
  }

  private Map<String, Chart> charts(Path folder) {
    Map<String, Chart> read = new TreeMap<>();
    for (Path file : Definitions.walk(folder.resolve("charts"), 1)) {
      String name = file.getFileName().toString().replace(".yaml", "");
      charts.read(name, new YamlFile(file, problems)).ifPresent(chart -> read.put(name, chart));
    }
    return read;
  }

  private static List<List<Board.Tile>> rows(Fields in, Map<String, Chart> charts) {
    List<List<Board.Tile>> rows = new ArrayList<>();
    Set<String> unused = new TreeSet<>(charts.keySet());
    for (List<Fields> row : in.rows("rows")) {
      List<Board.Tile> tiles = new ArrayList<>();
      int width = 0;
      for (Fields tile : row) {
        String chart = tile.text("chart");
        int columns = tile.number("width", COLUMNS, COLUMNS);
        tile.end();
        if (!charts.containsKey(chart)) {
          tile.problem("chart", "no chart '" + chart + "' in charts/" + chart + ".yaml");
        }
        unused.remove(chart);
        width += columns;
        tiles.add(new Board.Tile(chart, columns));
      }
      if (width > COLUMNS) {
        in.problem("rows", "a row is " + width + " columns wide; there are " + COLUMNS);
      }
      rows.add(tiles);
    }
    rows.addAll(ownRows(unused.stream().map(charts::get).toList()));
    unused.removeIf(chart -> requireNonNull(charts.get(chart)).head().width().isPresent());
    if (!unused.isEmpty()) {
      in.problem("rows", "no row shows the charts " + unused + "; name them or give them a width:");
    }
    return rows;
  }

  /** The charts that bring a width with them, as many a row as there is room for. */
  private static List<List<Board.Tile>> ownRows(List<Chart> charts) {
    List<List<Board.Tile>> rows = new ArrayList<>();
    int left = 0;
    for (Chart chart : charts) {
      if (chart.head().width().isEmpty()) {
        continue;
      }
      int width = chart.head().width().get();
      if (rows.isEmpty() || width > left) {
        rows.add(new ArrayList<>());
        left = COLUMNS;
      }
      rows.get(rows.size() - 1).add(new Board.Tile(chart.head().id(), width));
      left -= width;
    }
    return rows;
  }
}
