package org.millrace.dashboards.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads one chart file of a board and holds it against the metrics and the tables. */
final class ChartFiles {
  private final MartTables tables;
  private final Map<MetricId, Metric> metrics;

  ChartFiles(MartTables tables, Map<MetricId, Metric> metrics) {
    this.tables = tables;
    this.metrics = metrics;
  }

  /** The closed set of charts. */
  private enum Type {
    KPI,
    LINE,
    BAR,
    TABLE,
    BAND
  }

  Optional<Chart> read(String id, YamlFile file) {
    return file.fields().map(in -> read(id, in));
  }

  private Chart read(String id, Fields in) {
    Chart.Head head =
        new Chart.Head(
            id,
            in.label("title"),
            in.optionalLabel("note"),
            in.optionalLabel("empty"),
            in.has("width") ? Optional.of(in.number("width", 12, 12)) : Optional.empty());
    Chart chart =
        switch (in.choice("type", Type.class)) {
          case KPI -> kpi(head, in);
          case LINE -> line(head, in);
          case BAR -> bar(head, in);
          case TABLE -> table(head, in);
          case BAND -> band(head, in);
        };
    in.end();
    return chart;
  }

  private Chart kpi(Chart.Head head, Fields in) {
    return new Chart.Kpi(head, metric(in, "metric"), in.choices("compare", Chart.Comparison.class));
  }

  private Chart line(Chart.Head head, Fields in) {
    List<MetricId> shown = in.readAll("metrics", MetricId::of);
    shown.forEach(m -> known(in, "metrics", m));
    Chart.Grain by = in.choice("by", Chart.Grain.class);
    for (MetricId id : shown) {
      Metric metric = metrics.get(id);
      if (metric != null && metric.source().time().isEmpty()) {
        in.problem("metrics", id + " has no time column, so no line can show it");
      }
    }
    return new Chart.Line(head, shown, by, in.choice("span", Chart.Span.PERIOD));
  }

  private Chart bar(Chart.Head head, Fields in) {
    MetricId metric = metric(in, "metric");
    Chart.Dimension by = dimension(in, "by", metric);
    Chart.Sequence sequence = in.choice("sequence", Chart.Sequence.SIZE);
    return new Chart.Bar(head, metric, by, sequence, in.number("limit", 12, 100));
  }

  private Chart band(Chart.Head head, Fields in) {
    Chart.Bounds bounds =
        new Chart.Bounds(metric(in, "middle"), metric(in, "low"), metric(in, "high"));
    MetricId actual = metric(in, "actual");
    Optional<MetricId> past = in.has("past") ? Optional.of(metric(in, "past")) : Optional.empty();
    return new Chart.Band(head, bounds, actual, past, dimension(in, "pick", bounds.middle()));
  }

  private Chart table(Chart.Head head, Fields in) {
    String table = in.text("table");
    if (!table.isEmpty() && !tables.has(table)) {
      in.problem("table", "no gold table '" + table + "'");
    }
    List<String> search = in.texts("search");
    search.forEach(c -> column(in, "search", table, c));
    List<Chart.Column> columns = in.list("columns").stream().map(f -> column(f, table)).toList();
    List<Term> order = in.readAll("order", Term::of);
    order.forEach(t -> column(in, "order", table, t.column()));
    Chart.Repeat repeat = in.choice("rows", Chart.Repeat.ALL);
    Chart.Rows rows =
        new Chart.Rows(table, only(in, table), when(in, table), repeat, search, link(in, table));
    if (repeat == Chart.Repeat.DISTINCT && columns.stream().anyMatch(c -> !c.rank().isEmpty())) {
      in.problem("rows", "distinct rows cannot be sorted by rank");
    }
    List<Chart.Command> commands = new CommandFiles(tables).ofChart(in, table);
    return new Chart.Table(head, rows, columns, order, in.number("limit", 50, 500), commands);
  }

  private Chart.Only only(Fields in, String table) {
    List<Metric.Condition> where = in.conditions("where", tables, table);
    Optional<String> picked = in.optional("picked");
    picked.ifPresent(c -> column(in, "picked", table, c));
    return new Chart.Only(where, picked);
  }

  private Chart.Column column(Fields in, String table) {
    Label column;
    if (in.at("column") instanceof MappingNode) {
      column = in.label("column");
    } else {
      String name = in.text("column");
      column = new Label(name, name);
    }
    column(in, "column", table, column.en());
    column(in, "column", table, column.zh());
    Optional<Metric.Unit> unit =
        in.has("unit") ? Optional.of(in.choice("unit", Metric.Unit.class)) : Optional.empty();
    Optional<Chart.Mark> mark = in.optionalFields("mark").map(ChartFiles::mark);
    List<String> rank = in.texts("rank");
    if (!rank.stream().allMatch(word -> word.matches("[a-z]+([_-][a-z]+)*"))) {
      in.problem("rank", "rank lists words of small letters, the first on top, not " + rank);
    }
    Chart.Column read = new Chart.Column(column, in.label("name"), unit, mark, rank);
    in.end();
    return read;
  }

  private static Chart.Mark mark(Fields in) {
    Chart.Mark mark =
        in.has("is")
            ? new Chart.Mark.Is(Set.copyOf(in.texts("is")))
            : new Chart.Mark.Above(in.read("above", ChartFiles::bound).orElse(BigDecimal.ZERO));
    in.end();
    return mark;
  }

  private static BigDecimal bound(String text) {
    if (!text.matches("-?[0-9]+(\\.[0-9]+)?")) {
      throw new IllegalArgumentException(
          "above is a plain decimal number such as 1.0, not '" + text + "'");
    }
    return new BigDecimal(text);
  }

  private Chart.When when(Fields in, String table) {
    List<String> given = List.of("within", "last", "latest").stream().filter(in::has).toList();
    if (given.size() > 1) {
      in.problem(given.get(1), "give only one of within, last and latest, not " + given);
    }
    Optional<String> within = in.optional("within");
    Optional<String> last = in.optional("last");
    Optional<String> latest = in.optional("latest");
    within.ifPresent(c -> column(in, "within", table, c));
    last.ifPresent(c -> column(in, "last", table, c));
    latest.ifPresent(c -> column(in, "latest", table, c));
    return within
        .<Chart.When>map(Chart.When.Within::new)
        .or(() -> last.map(Chart.When.Last::new))
        .or(() -> latest.map(Chart.When.Latest::new))
        .orElseGet(Chart.When.Always::new);
  }

  private Optional<Chart.Link> link(Fields in, String table) {
    Optional<String> pick = in.optional("pick");
    pick.ifPresent(c -> column(in, "pick", table, c));
    Optional<Fields> open = in.optionalFields("open");
    if (open.isEmpty()) {
      return pick.map(Chart.Link.Pick::new);
    }
    Fields to = open.get();
    String target = to.text("table");
    List<String> columns = to.texts("columns");
    if (!target.isEmpty() && !tables.has(target)) {
      to.problem("table", "no gold table '" + target + "'");
    }
    columns.forEach(c -> column(to, "columns", target, c));
    columns.forEach(c -> column(to, "columns", table, c));
    Optional<Chart.Narrow> narrow =
        to.optionalFields("narrow").map(fields -> narrow(fields, table, target));
    to.end();
    return Optional.of(new Chart.Link.Open(target, columns, narrow));
  }

  private Chart.Narrow narrow(Fields in, String table, String target) {
    String by = in.text("by");
    String column = in.text("column");
    column(in, "by", table, by);
    column(in, "column", target, column);
    Map<String, List<String>> beginnings = in.fields("begins").columns();
    in.end();
    return new Chart.Narrow(by, column, beginnings);
  }

  private Chart.Dimension dimension(Fields in, String key, MetricId id) {
    Fields by = in.fields(key);
    Chart.Dimension read = new Chart.Dimension(by.text("column"), by.optional("name"));
    by.end();
    Metric metric = metrics.get(id);
    if (metric != null) {
      String table = metric.source().table();
      column(by, "column", table, read.column());
      read.name().ifPresent(n -> column(by, "name", table, n));
    }
    return read;
  }

  private MetricId metric(Fields in, String key) {
    MetricId id = in.read(key, MetricId::of).orElse(new MetricId("unknown", "unknown"));
    if (in.has(key)) {
      known(in, key, id);
    }
    return id;
  }

  private void known(Fields in, String key, MetricId id) {
    if (!metrics.containsKey(id)) {
      in.problem(key, "no metric '" + id + "' in metrics/" + id + ".yaml");
    }
  }

  private void column(Fields in, String key, String table, String column) {
    in.require(key, tables, table, column);
  }
}
