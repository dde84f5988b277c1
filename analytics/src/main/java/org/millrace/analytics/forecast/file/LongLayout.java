package org.millrace.analytics.forecast.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millrace.analytics.forecast.season.Seasons;

/** One value a row: series, t, value, in any order of rows. */
final class LongLayout implements SeriesFile.Layout {

  private static final int FEW = 16;

  private final Header header;
  private final Options.Cycle cycle;
  private final int seasonColumn;
  private final int horizonColumn;
  private final int width;
  private final Map<String, Rows> series = new LinkedHashMap<>();

  /** The rows of one series as they came. */
  private static final class Rows {

    private final Seasons seasons;
    private final int horizon;
    private final boolean areDates;
    private long[] times = new long[FEW];
    private long[] lines = new long[FEW];
    private double[] values = new double[FEW];
    private int count;

    Rows(Seasons seasons, int horizon, boolean areDates) {
      this.seasons = seasons;
      this.horizon = horizon;
      this.areDates = areDates;
    }

    void add(long time, double value, long line) {
      if (count == times.length) {
        times = Arrays.copyOf(times, 2 * count);
        lines = Arrays.copyOf(lines, 2 * count);
        values = Arrays.copyOf(values, 2 * count);
      }
      times[count] = time;
      lines[count] = line;
      values[count++] = value;
    }
  }

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
    Rows rows = series.computeIfAbsent(name, key -> new Rows(seasons, horizon, Steps.isDate(cell)));
    if (!rows.seasons.equals(seasons) || rows.horizon != horizon) {
      int column = rows.horizon == horizon ? seasonColumn : horizonColumn;
      throw new FileRefused(
          header.place(line, column)
              + " of series '%s' is '%s', but was another before"
                  .formatted(name, cells.get(column)));
    }
    if (rows.areDates != Steps.isDate(cell)) {
      throw new FileRefused(
          header.place(line, header.time())
              + " of series '%s' is '%s', but was %s before"
                  .formatted(name, cell, rows.areDates ? "a date" : "a number"));
    }
    rows.add(time, value, line);
  }

  @Override
  public List<NamedSeries> series() {
    List<String> problems = new ArrayList<>();
    List<NamedSeries> all = new ArrayList<>(series.size());
    series.forEach(
        (name, rows) -> {
          try {
            all.add(new NamedSeries(name, values(name, rows), rows.seasons, rows.horizon));
          } catch (FileRefused e) {
            problems.add(e.getMessage());
          }
        });
    if (!problems.isEmpty()) {
      throw FileRefused.of(problems);
    }
    return all;
  }

  private double[] values(String name, Rows rows) {
    int[] order = order(name, rows);
    long[] times = new long[rows.count];
    for (int i = 0; i < times.length; i++) {
      times[i] = rows.times[order[i]];
    }
    int[] places = rows.areDates ? Steps.placesOfDates(times) : Steps.places(times);
    double[] values = new double[places[places.length - 1] + 1];
    Arrays.fill(values, Double.NaN);
    for (int i = 0; i < places.length; i++) {
      values[places[i]] = rows.values[order[i]];
    }
    double[] closed = NamedSeries.closed(values);
    if (closed.length == 0) {
      throw new FileRefused(
          header.place(rows.lines[0], header.series()) + " '" + name + "' has no value");
    }
    return closed;
  }

  private int[] order(String name, Rows rows) {
    Integer[] sorted = new Integer[rows.count];
    Arrays.setAll(sorted, i -> i);
    boolean isSorted = true;
    for (int i = 1; i < rows.count; i++) {
      isSorted &= rows.times[i] > rows.times[i - 1];
    }
    if (!isSorted) {
      Arrays.sort(sorted, (a, b) -> Long.compare(rows.times[a], rows.times[b]));
    }
    int[] order = new int[rows.count];
    for (int i = 0; i < order.length; i++) {
      order[i] = sorted[i];
      if (i > 0 && rows.times[order[i]] == rows.times[order[i - 1]]) {
        throw new FileRefused(
            header.place(rows.lines[order[i]], header.time())
                + " of series '%s' was given before, in line %d"
                    .formatted(name, rows.lines[order[i - 1]]));
      }
    }
    return order;
  }
}
