package org.millrace.analytics.forecast.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millrace.analytics.forecast.season.Seasons;

/** One value a row: series, t, value, in any order of rows. */
final class LongLayout implements SeriesFile.Layout {

  private final Header header;
  private final Options.Cycle cycle;
  private final int seasonColumn;
  private final int horizonColumn;
  private final int width;
  private final Map<String, Rows> series = new LinkedHashMap<>();

  /** The rows of one series and what its columns say of it. */
  private record Rows(Seasons seasons, int horizon, SeriesRows rows) {}

  LongLayout(Header header, Options.Cycle cycle) {
    this.header = header;
    this.cycle = cycle;
    this.seasonColumn = header.named(cycle.seasonColumn(), "--season-column");
    this.horizonColumn = header.named(cycle.horizonColumn(), "--horizon-column");
    this.width = 1 + Math.max(header.series(), Math.max(header.time(), header.value()));
  }

  @Override
  public void row(long line, List<String> cells) {
    if (cells.size() < width) {
      throw new FileRefused(
          "%s line %d: %d cells, but the header names %d columns"
              .formatted(header.file(), line, cells.size(), header.names().size()));
    }
    String cell = cells.get(header.time());
    long time = Steps.time(cell, header.place(line, header.time()));
    double value = Numbers.value(cells.get(header.value()), header.place(line, header.value()));
    String name = header.seriesName(line, cells, header.series());
    Seasons seasons =
        header
            .cell(line, cells, seasonColumn)
            .map(each -> Numbers.seasons(each.text(), each.place()))
            .orElse(cycle.seasons());
    int horizon =
        header
            .cell(line, cells, horizonColumn)
            .map(each -> Numbers.count(each.text(), each.place()))
            .orElse(cycle.horizon());
    Rows rows =
        series.computeIfAbsent(
            name, key -> new Rows(seasons, horizon, new SeriesRows(Steps.isDate(cell))));
    if (!rows.seasons.equals(seasons) || rows.horizon != horizon) {
      int column = rows.horizon == horizon ? seasonColumn : horizonColumn;
      throw new FileRefused(
          header.place(line, column)
              + " of series '%s' is '%s', but was another before"
                  .formatted(name, cells.get(column)));
    }
    if (rows.rows.areDates() != Steps.isDate(cell)) {
      throw new FileRefused(
          header.place(line, header.time())
              + " of series '%s' is '%s', but was %s before"
                  .formatted(name, cell, rows.rows.areDates() ? "a date" : "a number"));
    }
    rows.rows.add(time, value, line);
  }

  @Override
  public List<NamedSeries> series() {
    List<String> problems = new ArrayList<>();
    List<NamedSeries> all = new ArrayList<>(series.size());
    series.forEach(
        (name, rows) -> {
          try {
            all.add(named(name, rows));
          } catch (FileRefused e) {
            problems.add(e.getMessage());
          }
        });
    if (!problems.isEmpty()) {
      throw FileRefused.of(problems);
    }
    return all;
  }

  private NamedSeries named(String name, Rows given) {
    SeriesRows rows = given.rows.sorted();
    long[] twice = rows.twice();
    if (twice.length > 0) {
      throw new FileRefused(
          header.place(twice[0], header.time())
              + " of series '%s' was given before, in line %d".formatted(name, twice[1]));
    }
    Steps steps = rows.steps();
    double[] closed = NamedSeries.closed(given.seasons, rows.onGrid(steps.places()));
    if (closed.length == 0) {
      throw new FileRefused(
          header.place(given.rows.firstLine(), header.series()) + " '" + name + "' has no value");
    }
    return new NamedSeries(name, closed, given.seasons, given.horizon, rows.remarks(steps));
  }
}
