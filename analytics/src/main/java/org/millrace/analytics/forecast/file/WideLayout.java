package org.millrace.analytics.forecast.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.millrace.analytics.forecast.season.Seasons;

/** One series a row, its name first, then its values; blanks after the last one are no values. */
final class WideLayout implements SeriesFile.Layout {

  private final Header header;
  private final Options.Cycle cycle;
  private final int seasonColumn;
  private final int horizonColumn;
  private final int nameColumn;
  private final List<NamedSeries> series = new ArrayList<>();
  private final Map<String, Long> lines = new HashMap<>();

  WideLayout(Header header, Options.Cycle cycle) {
    this.header = header;
    this.cycle = cycle;
    this.seasonColumn = header.named(cycle.seasonColumn(), "--season-column");
    this.horizonColumn = header.named(cycle.horizonColumn(), "--horizon-column");
    this.nameColumn =
        IntStream.iterate(0, i -> i + 1).filter(i -> !isCycle(i)).findFirst().orElse(0);
    checkColumns();
  }

  private boolean isCycle(int column) {
    return column == seasonColumn || column == horizonColumn;
  }

  /** Refuses columns that would be read as values but are named otherwise than these. */
  private void checkColumns() {
    List<String> problems =
        IntStream.range(nameColumn + 1, header.names().size())
            .filter(column -> !isCycle(column))
            .filter(header::isApart)
            .mapToObj(
                column ->
                    "%s line 1: the column '%s' stands among the values of a series, but is none"
                            .formatted(header.file(), header.names().get(column))
                        + " by its name. Name it with --season-column or --horizon-column, number"
                        + " it as the others or take it out")
            .toList();
    if (!problems.isEmpty()) {
      throw FileRefused.of(problems);
    }
  }

  @Override
  public void row(long line, List<String> cells) {
    double[] values = new double[cells.size()];
    int[] columns = new int[cells.size()];
    int count = 0;
    for (int column = nameColumn + 1; column < cells.size(); column++) {
      if (!isCycle(column)) {
        columns[count] = column;
        values[count++] = Numbers.value(cells.get(column), header.place(line, column));
      }
    }
    double[] known = Arrays.copyOf(values, count);
    String name = header.seriesName(line, cells, nameColumn);
    if (NamedSeries.trimmed(known).length == 0) {
      throw new FileRefused(header.place(line, nameColumn) + " '" + name + "' has no value");
    }
    Long before = lines.putIfAbsent(name, line);
    if (before != null) {
      throw new FileRefused(
          header.place(line, nameColumn)
              + " '%s' was given before, in line %d".formatted(name, before));
    }
    Seasons seasons =
        header
            .cell(line, cells, seasonColumn)
            .map(cell -> Numbers.seasons(cell.text(), cell.place()))
            .orElse(cycle.seasons());
    int horizon =
        header
            .cell(line, cells, horizonColumn)
            .map(cell -> Numbers.count(cell.text(), cell.place()))
            .orElseGet(() -> cycle.horizonOr(() -> header.place(line, horizonColumn)));
    List<Remark> remarks =
        Remark.filled(
                known, place -> "after %s (line %d)".formatted(header.shown(columns[place]), line))
            .stream()
            .toList();
    double[] closed = NamedSeries.closed(seasons, known);
    series.add(new NamedSeries(name, closed, seasons, horizon, remarks));
  }

  @Override
  public List<NamedSeries> series() {
    if (!series.isEmpty()) {
      header.checkNameColumn(nameColumn, series.stream().map(NamedSeries::name).toList());
    }
    return series;
  }

  @Override
  public Optional<String> advice() {
    return header.adviceOnWide();
  }
}
