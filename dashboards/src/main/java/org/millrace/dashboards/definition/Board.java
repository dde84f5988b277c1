package org.millrace.dashboards.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One page of charts that serves one decision; the layout is rows of tiles on twelve columns. What
 * holds for a whole company is set by commands of the board itself. Before anything is picked, the
 * first row of the table {@code first} is.
 */
public record Board(
    BoardId id,
    Words words,
    Set<Filter> filters,
    Optional<String> first,
    List<Chart.Command> commands,
    Layout layout) {
  public Board {
    commands = List.copyOf(commands);
    filters = Set.copyOf(filters);
  }

  /** Title and the question the board answers. */
  public record Words(Label title, Label purpose) {}

  /** Rows of tiles, and the charts by name. */
  public record Layout(int position, List<List<Tile>> rows, Map<String, Chart> charts) {
    public Layout {
      rows = rows.stream().map(List::copyOf).toList();
      charts = Map.copyOf(charts);
    }
  }

  /** A chart and how many of the twelve columns it takes. */
  public record Tile(String chart, int width) {}

  /** What people may narrow a board by, next to the company, which is always one. */
  public enum Filter {
    PERIOD,
    COUNTRY
  }

  /** The chart of a tile. */
  public Chart chart(String name) {
    Chart chart = layout.charts().get(name);
    if (chart == null) {
      throw new IllegalArgumentException("Board " + id + " has no chart '" + name + "'");
    }
    return chart;
  }
}
