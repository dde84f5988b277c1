package org.millrace.dashboards.cockpit.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.millrace.dashboards.definition.Board;
import org.millrace.dashboards.definition.Chart;
import org.millrace.dashboards.definition.Definitions;
import org.millrace.dashboards.definition.Language;
import org.millrace.dashboards.definition.MartTables;
import org.millrace.dashboards.definition.Metric;
import org.millrace.dashboards.definition.MetricId;
import org.millrace.dashboards.query.MetricQueries;
import org.millrace.dashboards.query.Period;
import org.millrace.dashboards.query.Query;
import org.millrace.dashboards.query.Questions;
import org.millrace.dashboards.query.RowQueries;
import org.millrace.dashboards.query.Slice;
import org.springframework.stereotype.Component;

/** Fills a chart's definition with numbers. */
@Component
final class ChartAnswers {
  private static final int TREND_MONTHS = 13;
  private static final int WEEKS_BACK = 52;

  private final Definitions definitions;
  private final MartTables tables;
  private final FiguresJdbc figures;

  ChartAnswers(Definitions definitions, MartTables tables, FiguresJdbc figures) {
    this.definitions = definitions;
    this.tables = tables;
    this.figures = figures;
  }

  /** What the reader may ask, and may do, in the company of the slice. */
  record Reader(Questions questions, Predicate<String> permissions) {}

  /**
   * What a chart is filled for: the slice, the language of its rows, the versions of the tables,
   * and who reads it.
   */
  record Asked(
      Slice slice,
      RowQueries.Reading reading,
      Map<String, Stamp> stamps,
      Reader reader,
      Comparisons comparisons) {
    Questions questions() {
      return reader.questions();
    }

    Asked everyRow() {
      return new Asked(
          slice, RowQueries.Reading.of(reading.language()), stamps, reader, comparisons);
    }

    Asked in(Slice other) {
      return new Asked(other, reading, stamps, reader, comparisons);
    }

    long version(String table) {
      return Optional.ofNullable(stamps.get(table)).map(Stamp::edition).orElse(-1L);
    }
  }

  /**
   * Fills in what a board shows before anything is picked: the value that its band is drawn for.
   */
  Asked settled(Board board, Asked asked) {
    Asked settled = first(board, asked);
    for (Chart chart : board.layout().charts().values()) {
      if (chart instanceof Chart.Band band && isReadable(band, asked)) {
        String column = band.pick().column();
        Slice slice = settled.slice();
        settled =
            picked(band, definitions.metric(band.bounds().middle()), slice.allTime(), asked)
                .or(() -> largest(band, asked))
                .map(row -> asked.in(slice.with(column, row.key())))
                .orElse(settled);
      }
    }
    return settled;
  }

  private Optional<FigureRow> largest(Chart.Band band, Asked asked) {
    Metric middle = definitions.metric(band.bounds().middle());
    return picked(band, middle, asked.slice().withoutPicks().allTime(), asked);
  }

  /** With the pick of the first row of the table that the board names, where nothing is picked. */
  private Asked first(Board board, Asked asked) {
    Chart.Table table = board.first().map(n -> (Chart.Table) board.chart(n)).orElse(null);
    if (table == null || !asked.questions().tables().has(table.rows().table())) {
      return asked;
    }
    String column = ((Chart.Link.Pick) table.rows().link().orElseThrow()).column();
    if (asked.slice().picks().containsKey(column)) {
      return asked;
    }
    return table(table, asked.everyRow()).rows().stream()
        .findFirst()
        .map(row -> asked.in(asked.slice().with(column, String.valueOf(row.get(column)))))
        .orElse(asked);
  }

  private boolean isReadable(Chart.Band band, Asked asked) {
    return asked
        .questions()
        .tables()
        .has(definitions.metric(band.bounds().middle()).source().table());
  }

  /** The chart's figures; where the reader may not see them, why. */
  ChartAnswer answer(Chart chart, Asked board) {
    try {
      return filled(chart, board);
    } catch (MartTables.NotReadable hidden) {
      ChartAnswer.Head head =
          new ChartAnswer.Head(
              "withheld",
              chart.head().title(),
              Optional.empty(),
              Optional.empty(),
              List.of(),
              List.of());
      return new ChartAnswer.Withheld(head, String.valueOf(hidden.getMessage()));
    }
  }

  /** A picked value narrows only the charts that are drawn for one. */
  private ChartAnswer filled(Chart chart, Asked board) {
    if (chart instanceof Chart.Band band) {
      return band(band, board);
    }
    if (chart instanceof Chart.Table table) {
      return table(table, board);
    }
    Asked asked = board.in(board.slice().withoutPicks());
    if (chart instanceof Chart.Kpi kpi) {
      return kpi(kpi, asked);
    }
    if (chart instanceof Chart.Line line) {
      return line(line, asked);
    }
    return bar((Chart.Bar) chart, asked);
  }

  private ChartAnswer kpi(Chart.Kpi chart, Asked asked) {
    Metric metric = definitions.metric(chart.metric());
    FigureRow now = total(metric, asked, asked.slice());
    List<ChartAnswer.Compared> compared = new ArrayList<>();
    for (Chart.Comparison against : chart.compare()) {
      asked.slice().period().stream()
          .flatMap(period -> compared(metric, asked, against, period, now).stream())
          .forEach(compared::add);
    }
    List<ChartAnswer.Point> trend =
        metric.source().time().isEmpty()
            ? List.of()
            : points(metric, widened(asked.slice()), Chart.Grain.MONTH, asked);
    return new ChartAnswer.Kpi(
        head("kpi", chart, List.of(metric), asked), MetricAnswer.of(metric), now, compared, trend);
  }

  private Optional<ChartAnswer.Compared> compared(
      Metric metric, Asked asked, Chart.Comparison against, Period period, FigureRow now) {
    Comparisons.Answer with = asked.comparisons().with(against, period, metric);
    if (with.period().isEmpty()) {
      return with.why().map(why -> ChartAnswer.Compared.none(against, why));
    }
    Period other = with.period().get();
    FigureRow then = total(metric, asked, asked.slice().in(other));
    Optional<BigDecimal> value = then.rows() == 0 ? Optional.empty() : then.value();
    return Optional.of(ChartAnswer.Compared.of(against, other, now.value(), value));
  }

  private ChartAnswer line(Chart.Line chart, Asked asked) {
    List<ChartAnswer.Series> series = new ArrayList<>();
    List<Metric> shown = chart.metrics().stream().map(definitions::metric).toList();
    Slice slice =
        chart.span() == Chart.Span.THIRTEEN_MONTHS ? widened(asked.slice()) : asked.slice();
    for (Metric metric : shown) {
      series.add(
          new ChartAnswer.Series(
              MetricAnswer.of(metric), points(metric, slice, chart.by(), asked)));
    }
    return new ChartAnswer.Line(head("line", chart, shown, asked), series);
  }

  private ChartAnswer bar(Chart.Bar chart, Asked asked) {
    Metric metric = definitions.metric(chart.metric());
    long version = asked.version(metric.source().table());
    List<FigureRow> bars =
        figures.split(
            asked
                .questions()
                .metrics()
                .by(metric, asked.slice(), chart.by(), chart.sequence(), chart.limit()),
            version);
    Optional<BigDecimal> rest = Optional.empty();
    if (bars.size() == chart.limit() && metric.scale().additivity() != Metric.Additivity.NONE) {
      BigDecimal shown =
          bars.stream().flatMap(b -> b.value().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
      rest = total(metric, asked, asked.slice()).value().map(all -> all.subtract(shown));
    }
    return new ChartAnswer.Bar(
        head("bar", chart, List.of(metric), asked),
        MetricAnswer.of(metric),
        chart.by().column(),
        bars,
        rest);
  }

  private ChartAnswer.Table table(Chart.Table chart, Asked asked) {
    String table = chart.rows().table();
    Query query =
        asked
            .questions()
            .rows()
            .chart(
                chart,
                asked.slice(),
                asked.reading(),
                new RowQueries.Page(chart.order(), chart.limit(), 0));
    RowQueries rows = asked.questions().rows();
    Language language = asked.reading().language();
    Set<String> names = new LinkedHashSet<>(rows.shown(chart, language));
    List<String> hidden = rows.hidden(chart, names);
    names.addAll(hidden);
    List<Map<String, Object>> shown = new ArrayList<>();
    for (List<Object> row : figures.rows(query, asked.version(table))) {
      Map<String, Object> values = new LinkedHashMap<>();
      int at = 0;
      for (String name : names) {
        values.put(name, row.get(at++));
      }
      shown.add(values);
    }
    List<ChartAnswer.Column> columns =
        chart.columns().stream()
            .filter(c -> names.contains(c.column().in(language)))
            .map(c -> new ChartAnswer.Column(c.column().in(language), c.name(), c.unit(), c.mark()))
            .toList();
    ChartAnswer.Head head =
        new ChartAnswer.Head(
            "table",
            chart.head().title(),
            chart.head().note(),
            chart.head().empty(),
            List.of(table),
            ignores(table, chart.rows().when() instanceof Chart.When.Latest, asked));
    Optional<ChartAnswer.Narrowed> narrowed =
        chart
            .rows()
            .only()
            .picked()
            .map(c -> new ChartAnswer.Narrowed(c, asked.slice().picks().getOrDefault(c, "")));
    List<Chart.Command> commands =
        chart.commands().stream()
            .filter(c -> asked.reader().permissions().test(c.offer().permission()))
            .toList();
    ChartAnswer.Use use =
        new ChartAnswer.Use(chart.rows().search(), chart.rows().link(), narrowed, commands);
    return new ChartAnswer.Table(head, columns, shown, use);
  }

  private ChartAnswer band(Chart.Band chart, Asked asked) {
    Metric middle = definitions.metric(chart.bounds().middle());
    String column = chart.pick().column();
    Slice whole = asked.slice().allTime();
    Optional<FigureRow> first = picked(chart, middle, whole, asked);
    ChartAnswer.Head head = head("band", chart, List.of(middle), asked);
    if (first.isEmpty()) {
      return new ChartAnswer.Band(
          head, column, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of());
    }
    Slice one = whole.with(column, first.get().key());
    List<ChartAnswer.Interval> future = intervals(chart, one, asked);
    List<ChartAnswer.Point> actual =
        Weeks.filled(
            points(definitions.metric(chart.actual()), one, Chart.Grain.NATIVE, asked),
            future.stream().map(ChartAnswer.Interval::key).findFirst());
    return new ChartAnswer.Band(
        head,
        column,
        Optional.of(first.get().key()),
        Optional.of(first.get().label()),
        actual.subList(Math.max(0, actual.size() - WEEKS_BACK), actual.size()),
        past(chart, one, asked),
        future);
  }

  private List<ChartAnswer.Point> past(Chart.Band chart, Slice one, Asked asked) {
    List<ChartAnswer.Point> past =
        chart.past().map(definitions::metric).stream()
            .filter(metric -> asked.questions().tables().has(metric.source().table()))
            .flatMap(metric -> points(metric, one, Chart.Grain.NATIVE, asked).stream())
            .toList();
    return past.subList(Math.max(0, past.size() - WEEKS_BACK), past.size());
  }

  /** The picked value if it has a forecast, else the one with the largest. */
  private Optional<FigureRow> picked(Chart.Band chart, Metric middle, Slice whole, Asked asked) {
    long version = asked.version(middle.source().table());
    return figures
        .split(asked.questions().metrics().by(middle, whole, chart.pick(), 1), version)
        .stream()
        .findFirst();
  }

  private List<ChartAnswer.Interval> intervals(Chart.Band chart, Slice one, Asked asked) {
    Map<String, BigDecimal> low = byKey(chart.bounds().low(), one, asked);
    Map<String, BigDecimal> high = byKey(chart.bounds().high(), one, asked);
    return points(definitions.metric(chart.bounds().middle()), one, Chart.Grain.NATIVE, asked)
        .stream()
        .map(
            p ->
                new ChartAnswer.Interval(
                    p.key(),
                    p.value(),
                    Optional.ofNullable(low.get(p.key())),
                    Optional.ofNullable(high.get(p.key()))))
        .toList();
  }

  private Map<String, BigDecimal> byKey(MetricId id, Slice one, Asked asked) {
    Map<String, BigDecimal> values = new LinkedHashMap<>();
    points(definitions.metric(id), one, Chart.Grain.NATIVE, asked)
        .forEach(p -> p.value().ifPresent(v -> values.put(p.key(), v)));
    return values;
  }

  FigureRow total(Metric metric, Asked asked, Slice slice) {
    MetricQueries metrics = asked.questions().metrics();
    if (slice.period().flatMap(Period::lastDay).isPresent()) {
      String table = metric.source().ofDays().orElseThrow().table();
      return figures.total(metrics.ofDays(metric, slice), asked.version(table));
    }
    return figures.total(metrics.total(metric, slice), asked.version(metric.source().table()));
  }

  private List<ChartAnswer.Point> points(
      Metric metric, Slice slice, Chart.Grain grain, Asked asked) {
    long version = asked.version(metric.source().table());
    List<ChartAnswer.Point> points =
        figures.split(asked.questions().metrics().overTime(metric, slice, grain), version).stream()
            .map(row -> new ChartAnswer.Point(row.label(), row.value()))
            .toList();
    return grain == Chart.Grain.MONTH ? Months.filled(points, metric) : points;
  }

  private static Slice widened(Slice slice) {
    return slice.period().map(p -> slice.in(p.atLeast(TREND_MONTHS))).orElse(slice);
  }

  private ChartAnswer.Head head(String type, Chart chart, List<Metric> shown, Asked asked) {
    Set<String> sources = new LinkedHashSet<>();
    shown.forEach(m -> sources.add(m.source().table()));
    Metric first = shown.get(0);
    return new ChartAnswer.Head(
        type,
        chart.head().title(),
        chart.head().note(),
        chart.head().empty(),
        List.copyOf(sources),
        ignores(
            first.source().table(), type.equals("band") || first.source().time().isEmpty(), asked));
  }

  private List<String> ignores(String table, boolean timeless, Asked asked) {
    List<String> ignored = new ArrayList<>();
    if (timeless) {
      ignored.add("period");
    }
    if (asked.slice().country().isPresent() && !tables.has(table, "country")) {
      ignored.add("country");
    }
    return ignored;
  }
}
