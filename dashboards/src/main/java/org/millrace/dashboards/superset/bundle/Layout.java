package org.millrace.dashboards.superset.bundle;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millrace.dashboards.definition.Board;
import org.millrace.dashboards.definition.Chart;
import org.millrace.dashboards.definition.Language;

/** Where the tiles of a board lie, as Superset's map of nodes: grid, rows, charts. */
final class Layout {
  private static final int KPI_HEIGHT = 18;
  private static final int CHART_HEIGHT = 50;
  private static final int PURPOSE_HEIGHT = 8;

  private final Board board;
  private final Language language;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  Layout(Board board, Language language) {
    this.board = board;
    this.language = language;
    for (List<Board.Tile> row : board.layout().rows()) {
      row.forEach(t -> numbers.putIfAbsent(t.chart(), numbers.size() + 1));
    }
  }

  /** The number a chart has inside the bundle; the importer puts the server's own there. */
  int number(String chart) {
    return requireNonNull(numbers.get(chart), () -> "no row shows the chart " + chart);
  }

  Map<String, Object> position() {
    Map<String, Object> nodes = new LinkedHashMap<>();
    nodes.put("DASHBOARD_VERSION_KEY", "v2");
    List<String> rows = new ArrayList<>(List.of("ROW-purpose"));
    Map<String, Object> below = new LinkedHashMap<>(purpose());
    for (List<Board.Tile> row : board.layout().rows()) {
      String id = "ROW-" + rows.size();
      rows.add(id);
      below.putAll(row(id, row));
    }
    nodes.put("ROOT_ID", Tree.map("id", "ROOT_ID", "type", "ROOT", "children", List.of("GRID_ID")));
    nodes.put(
        "GRID_ID",
        Tree.map("id", "GRID_ID", "type", "GRID", "children", rows, "parents", List.of("ROOT_ID")));
    nodes.put(
        "HEADER_ID",
        Tree.map(
            "id", "HEADER_ID",
            "type", "HEADER",
            "meta", Tree.map("text", board.words().title().in(language))));
    nodes.putAll(below);
    return nodes;
  }

  /** The question the board answers, above its charts. */
  private Map<String, Object> purpose() {
    Map<String, Object> text =
        Tree.map(
            "id", "MARKDOWN-purpose",
            "type", "MARKDOWN",
            "children", List.of(),
            "parents", List.of("ROOT_ID", "GRID_ID", "ROW-purpose"),
            "meta",
                Tree.map(
                    "code",
                    board.words().purpose().in(language),
                    "width",
                    12,
                    "height",
                    PURPOSE_HEIGHT));
    Map<String, Object> row =
        Tree.map(
            "id", "ROW-purpose",
            "type", "ROW",
            "children", List.of("MARKDOWN-purpose"),
            "parents", List.of("ROOT_ID", "GRID_ID"),
            "meta", Tree.map("background", "BACKGROUND_TRANSPARENT"));
    return Tree.map("ROW-purpose", row, "MARKDOWN-purpose", text);
  }

  private Map<String, Object> row(String id, List<Board.Tile> tiles) {
    int height = CHART_HEIGHT;
    if (tiles.stream().allMatch(t -> board.chart(t.chart()) instanceof Chart.Kpi)) {
      height = KPI_HEIGHT;
    }
    Map<String, Object> nodes = new LinkedHashMap<>();
    List<String> children = new ArrayList<>();
    for (Board.Tile tile : tiles) {
      String chart = "CHART-" + tile.chart();
      children.add(chart);
      nodes.put(chart, chart(chart, tile, height, id));
    }
    Map<String, Object> row =
        Tree.map(
            "id",
            id,
            "type",
            "ROW",
            "children",
            children,
            "parents",
            List.of("ROOT_ID", "GRID_ID"),
            "meta",
            Tree.map("background", "BACKGROUND_TRANSPARENT"));
    return Tree.merge(Tree.map(id, row), nodes);
  }

  private Map<String, Object> chart(String id, Board.Tile tile, int height, String row) {
    return Tree.map(
        "id", id,
        "type", "CHART",
        "children", List.of(),
        "parents", List.of("ROOT_ID", "GRID_ID", row),
        "meta",
            Tree.map(
                "chartId", number(tile.chart()),
                "uuid", BoardCompiler.chartId(board, tile.chart()).uuid().toString(),
                "width", tile.width(),
                "height", height,
                "sliceName", board.chart(tile.chart()).head().title().in(language)));
  }
}
