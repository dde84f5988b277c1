package org.millrace.analytics.forecast.file;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.analytics.forecast.season.Seasons;

/** One value a row: series, t, value, in any order of rows. */
final class LongLayout implements SeriesFile.Layout {

  private final Header header;
  private final Columns columns;
  private final Options.Cycle cycle;
  private final int seasonColumn;
  private final int horizonColumn;
  private final Map<String, Rows> series = new LinkedHashMap<>();

  /** The rows of one series and what its columns say of it, where they say something. */
  private static final class Rows {

    private SeriesRows rows;
    private Optional<Seasons> seasons = Optional.empty();
    private Optional<Integer> horizon = Optional.empty();

    Rows(SeriesRows rows) {
      this.rows = rows;
    }
  }

  /** Series of one season, which come in the same steps. */
  private record Kin(Seasons seasons, boolean areDates) {}

  LongLayout(Header header, Columns columns, Options.Cycle cycle) {
    this.header = header;
    this.columns = columns;
    this.cycle = cycle;
    this.seasonColumn = header.named(cycle.seasonColumn(), "--season-column");
    this.horizonColumn = header.named(cycle.horizonColumn(), "--horizon-column");
  }

  @Override
  public void row(long line, List<String> cells) {
    if (cells.size() < columns.width()) {
      throw new FileRefused(
          "%s line %d: %d cells, but the header names %d columns"
              .formatted(header.file(), line, cells.size(), header.names().size()));
    }
    String cell = cells.get(columns.time());
    long time = Steps.time(cell, header.place(line, columns.time()));
    double value = Numbers.value(cells.get(columns.value()), header.place(line, columns.value()));
    String name = header.seriesName(line, cells, columns.series());
    Optional<Seasons> seasons =
        header
            .cell(line, cells, seasonColumn)
            .map(each -> Numbers.seasons(each.text(), each.place()));
    Optional<Integer> horizon =
        header
            .cell(line, cells, horizonColumn)
            .map(each -> Numbers.count(each.text(), each.place()));
    Rows rows = series.computeIfAbsent(name, key -> new Rows(new SeriesRows(Steps.isDate(cell))));
    if (differ(rows.seasons, seasons) || differ(rows.horizon, horizon)) {
      int column = differ(rows.horizon, horizon) ? horizonColumn : seasonColumn;
      throw new FileRefused(
          header.place(line, column)
              + " of series '%s' is '%s', but was another before"
                  .formatted(name, cells.get(column)));
    }
    rows.seasons = rows.seasons.or(() -> seasons);
    rows.horizon = rows.horizon.or(() -> horizon);
    if (rows.rows.areDates() != Steps.isDate(cell)) {
      throw new FileRefused(
          header.place(line, columns.time())
              + " of series '%s' is '%s', but was %s before"
                  .formatted(name, cell, rows.rows.areDates() ? "a date" : "a number"));
    }
    rows.rows.add(time, value, line);
  }

  private static boolean differ(Optional<?> before, Optional<?> now) {
    return before.isPresent() && now.isPresent() && !before.equals(now);
  }

  @Override
  public List<NamedSeries> series() {
    List<String> problems = new ArrayList<>();
    Map<Kin, Map<Long, Integer>> distances = new HashMap<>();
    for (Rows each : series.values()) {
      each.rows = each.rows.sorted();
      each.rows.countDistances(distances.computeIfAbsent(kin(each), kin -> new HashMap<>()));
    }
    Map<Kin, Long> steps = new HashMap<>();
    distances.forEach((kin, counts) -> steps.put(kin, mostFrequent(counts)));
    List<NamedSeries> all = new ArrayList<>(series.size());
    series.forEach(
        (name, rows) -> {
          try {
            all.add(named(name, rows, requireNonNull(steps.get(kin(rows)))));
          } catch (FileRefused e) {
            problems.add(e.getMessage());
          }
        });
    if (!problems.isEmpty()) {
      throw FileRefused.of(problems);
    }
    return all;
  }

  private Kin kin(Rows rows) {
    return new Kin(rows.seasons.orElse(cycle.seasons()), rows.rows.areDates());
  }

  /** The most frequent distance, the shortest such; 1 for none. */
  private static long mostFrequent(Map<Long, Integer> counts) {
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return counts.entrySet().stream()
        .filter(each -> each.getValue() == most)
        .mapToLong(Map.Entry::getKey)
        .min()
        .orElse(1);
  }

  private NamedSeries named(String name, Rows given, long step) {
    SeriesRows rows = given.rows;
    long[] twice = rows.twice();
    if (twice.length > 0) {
      throw new FileRefused(
          header.place(twice[0], columns.time())
              + " of series '%s' was given before, in line %d".formatted(name, twice[1]));
    }
    Seasons seasons = given.seasons.orElse(cycle.seasons());
    int horizon =
        given.horizon.orElseGet(
            () -> cycle.horizonOr(() -> header.place(rows.firstLine(), horizonColumn)));
    Steps steps = rows.steps(step);
    double[] closed = NamedSeries.closed(seasons, rows.onGrid(steps.places()));
    if (closed.length == 0) {
      throw new FileRefused(
          header.place(rows.firstLine(), columns.series()) + " '" + name + "' has no value");
    }
    return new NamedSeries(name, closed, seasons, horizon, rows.remarks(steps));
  }
}
