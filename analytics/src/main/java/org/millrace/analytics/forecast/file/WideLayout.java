package org.millrace.analytics.forecast.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One series a row, its name first, then its values; blanks after the last one are no values. */
final class WideLayout implements SeriesFile.Layout {

  private final Header header;
  private final Options.Cycle cycle;
  private final int seasonColumn;
  private final int horizonColumn;
  private final List<NamedSeries> series = new ArrayList<>();

  WideLayout(Header header, Options.Cycle cycle) {
    this.header = header;
    this.cycle = cycle;
    this.seasonColumn = header.named(cycle.seasonColumn(), "--season-column");
    this.horizonColumn = header.named(cycle.horizonColumn(), "--horizon-column");
  }

  @Override
  public void row(long line, List<String> cells) {
    double[] values = new double[cells.size()];
    int count = 0;
    for (int column = 1; column < cells.size(); column++) {
      if (column != seasonColumn && column != horizonColumn) {
        values[count++] = Numbers.value(cells.get(column), header.place(line, column));
      }
    }
    double[] closed = NamedSeries.closed(Arrays.copyOf(values, count));
    if (closed.length == 0) {
      throw new FileRefused(header.place(line, 0) + " '" + cells.get(0) + "' has no value");
    }
    int season = count(line, cells, seasonColumn, cycle.season());
    int horizon = count(line, cells, horizonColumn, cycle.horizon());
    series.add(new NamedSeries(cells.get(0).strip(), closed, season, horizon));
  }

  private int count(long line, List<String> cells, int column, int otherwise) {
    if (column < 0) {
      return otherwise;
    }
    String cell = column < cells.size() ? cells.get(column) : "";
    return Numbers.count(cell, header.place(line, column));
  }

  @Override
  public List<NamedSeries> series() {
    return series;
  }
}
