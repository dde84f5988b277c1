package org.millrace.dashboards.superset.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millrace.dashboards.definition.Chart;
import org.millrace.dashboards.definition.Definitions;
import org.millrace.dashboards.definition.Language;
import org.millrace.dashboards.definition.Metric;
import org.millrace.dashboards.definition.Term;
import org.millrace.dashboards.superset.server.Json;

/** One chart of ours as a chart of Superset, with the dataset it reads. */
final class ChartCompiler {

  private final Definitions definitions;
  private final Datasets datasets;
  private final Language language;
  private final TimeCharts timeCharts;

  ChartCompiler(Definitions definitions, Datasets datasets, Language language) {
    this.definitions = definitions;
    this.datasets = datasets;
    this.language = language;
    this.timeCharts = new TimeCharts(definitions, datasets);
  }

  Form form(Chart chart) {
    if (chart instanceof Chart.Kpi kpi) {
      return kpi(kpi);
    }
    if (chart instanceof Chart.Line line) {
      return timeCharts.line(line);
    }
    if (chart instanceof Chart.Bar bar) {
      return bar(bar);
    }
    if (chart instanceof Chart.Band band) {
      return timeCharts.band(band);
    }
    return table((Chart.Table) chart);
  }

  private Form kpi(Chart.Kpi kpi) {
    Metric metric = definitions.metric(kpi.metric());
    if (metric.scale().additivity() == Metric.Additivity.NOT_OVER_TIME) {
      return timeCharts.lastValue(metric);
    }
    Datasets.Dataset dataset = datasets.use(DatasetSource.of(metric));
    String name = dataset.metric(metric);
    Optional<String> time = metric.source().time();
    Map<String, Object> settings =
        Tree.map(
            "metric",
            name,
            "adhoc_filters",
            Form.timeFilter(time),
            "subheader",
            "",
            "header_font_size",
            0.4,
            "subheader_font_size",
            0.15,
            "y_axis_format",
            Formats.of(metric.scale().unit()),
            "time_format",
            "smart_date",
            "conditional_formatting",
            List.of());
    Map<String, Object> asked = Tree.map("columns", List.of(), "metrics", List.of(name));
    return new Form("big_number_total", dataset.id(), settings, Form.query(time, asked));
  }

  private Form bar(Chart.Bar bar) {
    Metric metric = definitions.metric(bar.metric());
    Datasets.Dataset dataset = datasets.use(DatasetSource.atEnd(metric));
    String name = dataset.metric(metric);
    boolean bySize = bar.sequence() == Chart.Sequence.SIZE;
    Optional<String> time =
        dataset.source() instanceof DatasetSource.Latest latest
                && Optional.of(latest.column()).equals(metric.source().time())
            ? Optional.empty()
            : metric.source().time();
    // without them a value whose rows do not count has an empty bar
    List<Metric.Condition> counted = metric.source().where();
    String by =
        bar.by().name().map(n -> dataset.named(bar.by().column(), n)).orElse(bar.by().column());
    Map<String, Object> settings =
        Tree.merge(
            Tree.map(
                "x_axis",
                by,
                "time_grain_sqla",
                null,
                "metrics",
                List.of(name),
                "groupby",
                List.of(),
                "adhoc_filters",
                Form.filters(time, counted),
                "orientation",
                "horizontal",
                "x_axis_sort",
                bySize ? name : by,
                "x_axis_sort_asc",
                true,
                "row_limit",
                bar.limit(),
                "order_desc",
                true),
            TimeCharts.axes(metric.scale().unit()),
            Tree.map("show_legend", false, "show_value", true));
    Map<String, Object> asked =
        Tree.map(
            "columns", List.of(axis(by)),
            "metrics", List.of(name),
            "orderby", List.of(bySize ? List.of(name, false) : List.of(by, true)),
            "row_limit", bar.limit(),
            "series_columns", List.of(),
            "order_desc", true);
    return new Form(
        "echarts_timeseries_bar", dataset.id(), settings, Form.query(time, counted, asked));
  }

  private static Map<String, Object> axis(String column) {
    return Tree.map(
        "columnType",
        "BASE_AXIS",
        "sqlExpression",
        column,
        "label",
        column,
        "expressionType",
        "SQL");
  }

  private Form table(Chart.Table table) {
    Datasets.Dataset dataset = datasets.use(source(table));
    Optional<String> time =
        table.rows().when() instanceof Chart.When.Within within
            ? Optional.of(within.column())
            : Optional.empty();
    List<String> columns = new ArrayList<>();
    Map<String, Object> config = new LinkedHashMap<>();
    for (Chart.Column column : table.columns()) {
      String name = column.column().in(language);
      String label = column.name().in(language);
      columns.add(name);
      dataset.label(name, label);
      Map<String, Object> shown = Tree.map("customColumnName", label);
      column.unit().ifPresent(u -> shown.put("d3NumberFormat", Formats.of(u)));
      config.put(name, shown);
    }
    Map<String, Object> settings =
        Tree.map(
            "query_mode",
            "raw",
            "all_columns",
            columns,
            "groupby",
            List.of(),
            "metrics",
            List.of(),
            "percent_metrics",
            List.of(),
            "adhoc_filters",
            Form.filters(time, table.rows().only().where()),
            "order_by_cols",
            sorted(table.order()),
            "order_desc",
            false,
            "row_limit",
            table.limit(),
            "server_pagination",
            false,
            "include_search",
            !table.rows().search().isEmpty(),
            "show_totals",
            false,
            "show_cell_bars",
            false,
            "table_timestamp_format",
            "%Y-%m-%d",
            "column_config",
            config,
            "conditional_formatting",
            List.of());
    Map<String, Object> asked =
        Tree.map(
            "columns",
            columns,
            "orderby",
            table.order().stream().map(t -> List.of(t.column(), t.sign() > 0)).toList(),
            "row_limit",
            table.limit(),
            "order_desc",
            false);
    return new Form(
        "table", dataset.id(), settings, Form.query(time, table.rows().only().where(), asked));
  }

  private static List<String> sorted(List<Term> order) {
    return order.stream().map(t -> Json.write(List.of(t.column(), t.sign() > 0))).toList();
  }

  private DatasetSource source(Chart.Table table) {
    DatasetSource rows = source(table.rows());
    if (table.rows().repeat() == Chart.Repeat.ALL) {
      return rows;
    }
    if (table.rows().when() instanceof Chart.When.Within within) {
      throw new IllegalArgumentException(
          "Chart '%s' shows distinct rows within '%s'; in Superset it can do one of the two"
              .formatted(table.head().id(), within.column()));
    }
    Set<String> shown = new LinkedHashSet<>(List.of("company"));
    if (datasets.has(rows, "currency")) {
      shown.add("currency");
    }
    table.columns().forEach(c -> shown.add(c.column().in(language)));
    table.order().forEach(t -> shown.add(t.column()));
    return new DatasetSource.Distinct(rows, table.head().id(), List.copyOf(shown));
  }

  private static DatasetSource source(Chart.Rows rows) {
    if (rows.when() instanceof Chart.When.Last last) {
      return new DatasetSource.Latest(rows.table(), last.column(), Optional.of(last.column()));
    }
    if (rows.when() instanceof Chart.When.Latest latest) {
      return new DatasetSource.Latest(rows.table(), latest.column(), Optional.empty());
    }
    if (rows.when() instanceof Chart.When.Within within) {
      return new DatasetSource.Whole(rows.table(), Optional.of(within.column()));
    }
    return new DatasetSource.Whole(rows.table(), Optional.empty());
  }
}
