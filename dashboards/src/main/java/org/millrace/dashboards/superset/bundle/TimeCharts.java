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
import org.millrace.dashboards.definition.Metric;

/** Charts over a time axis: lines, the last value of a balance, a forecast with its interval. */
final class TimeCharts {
  private static final int ROWS = 10_000;

  private final Definitions definitions;
  private final Datasets datasets;

  TimeCharts(Definitions definitions, Datasets datasets) {
    this.definitions = definitions;
    this.datasets = datasets;
  }

  Form line(Chart.Line line) {
    List<Metric> metrics = line.metrics().stream().map(definitions::metric).toList();
    Set<DatasetSource> sources = new LinkedHashSet<>();
    metrics.forEach(m -> sources.add(DatasetSource.of(m)));
    if (sources.size() > 1) {
      throw new IllegalArgumentException(
          "Chart '%s' draws metrics of the tables %s; a Superset chart reads one table. Split it."
              .formatted(
                  line.head().id(), sources.stream().map(DatasetSource::name).sorted().toList()));
    }
    Datasets.Dataset dataset = datasets.use(sources.iterator().next());
    List<String> names = metrics.stream().map(dataset::metric).toList();
    String time = metrics.get(0).source().time().orElseThrow();
    Optional<String> grain = line.by() == Chart.Grain.MONTH ? Optional.of("P1M") : Optional.empty();
    Map<String, Object> settings =
        Tree.merge(
            Tree.map(
                "x_axis",
                time,
                "time_grain_sqla",
                grain.orElse(null),
                "metrics",
                names,
                "groupby",
                List.of(),
                "adhoc_filters",
                Form.timeFilter(Optional.of(time)),
                "row_limit",
                ROWS,
                "order_desc",
                true),
            axes(metrics.get(0).scale().unit()),
            Tree.map("show_legend", names.size() > 1, "markerEnabled", true));
    return new Form("echarts_timeseries_line", dataset.id(), settings, series(time, grain, names));
  }

  /** A large number that is the last value of a line: right for a balance. */
  Form lastValue(Metric metric) {
    Datasets.Dataset dataset = datasets.use(DatasetSource.of(metric));
    String name = dataset.metric(metric);
    String time = metric.source().time().orElseThrow();
    Map<String, Object> settings =
        Tree.map(
            "metric",
            name,
            "x_axis",
            time,
            "time_grain_sqla",
            null,
            "adhoc_filters",
            Form.timeFilter(Optional.of(time)),
            "aggregation",
            "LAST_VALUE",
            "compare_lag",
            "",
            "compare_suffix",
            "",
            "show_timestamp",
            true,
            "show_trend_line",
            true,
            "start_y_axis_at_zero",
            true,
            "color_picker",
            Tree.map("r", 31, "g", 119, "b", 180, "a", 1),
            "header_font_size",
            0.4,
            "subheader_font_size",
            0.15,
            "subheader",
            "",
            "y_axis_format",
            Formats.of(metric.scale().unit()),
            "time_format",
            "%Y-%m",
            "rolling_type",
            "None");
    return new Form(
        "big_number", dataset.id(), settings, series(time, Optional.empty(), List.of(name)));
  }

  Form band(Chart.Band band) {
    Metric middle = definitions.metric(band.bounds().middle());
    Metric low = definitions.metric(band.bounds().low());
    Metric high = definitions.metric(band.bounds().high());
    Metric actual = definitions.metric(band.actual());
    DatasetSource.Band source = new DatasetSource.Band(band.pick(), middle, low, high, actual);
    Datasets.Dataset dataset = datasets.use(source);
    List<String> one = List.of("company", band.pick().column());
    Map<Metric, String> columns = new LinkedHashMap<>();
    List.of(middle, low, high, actual)
        .forEach(m -> columns.put(m, DatasetSource.Band.FIGURES.get(columns.size())));
    List<String> names = new ArrayList<>();
    columns.forEach(
        (m, c) -> names.add(dataset.metric(m, MetricSql.guarded("SUM(" + c + ")", one))));
    String time = DatasetSource.Band.TIME;
    Map<String, Object> settings =
        Tree.merge(
            Tree.map(
                "x_axis",
                time,
                "time_grain_sqla",
                null,
                "metrics",
                names,
                "groupby",
                List.of(),
                "adhoc_filters",
                Form.timeFilter(Optional.of(time)),
                "row_limit",
                ROWS,
                "order_desc",
                true),
            axes(middle.scale().unit()),
            Tree.map("show_legend", true, "markerEnabled", false));
    return new Form(
        "echarts_timeseries_line", dataset.id(), settings, series(time, Optional.empty(), names));
  }

  /** How axes, legend and hints look; the same on every chart with axes. */
  static Map<String, Object> axes(Metric.Unit unit) {
    return Tree.map(
        "color_scheme",
        "supersetColors",
        "comparison_type",
        "values",
        "time_compare",
        List.of(),
        "stack",
        null,
        "only_total",
        true,
        "truncate_metric",
        true,
        "truncateXAxis",
        true,
        "truncateYAxis",
        false,
        "y_axis_bounds",
        java.util.Arrays.asList(null, null),
        "y_axis_format",
        Formats.of(unit),
        "x_axis_time_format",
        "smart_date",
        "x_axis_title_margin",
        15,
        "y_axis_title_margin",
        15,
        "y_axis_title_position",
        "Left",
        "rich_tooltip",
        true,
        "tooltipTimeFormat",
        "%Y-%m-%d",
        "legendType",
        "scroll",
        "legendOrientation",
        "top",
        "zoomable",
        false,
        "seriesType",
        "line",
        "opacity",
        0.2,
        "markerSize",
        6);
  }

  private static Map<String, Object> series(
      String time, Optional<String> grain, List<String> metrics) {
    Map<String, Object> axis = Tree.map("columnType", "BASE_AXIS");
    grain.ifPresent(g -> axis.put("timeGrain", g));
    axis.putAll(Tree.map("sqlExpression", time, "label", time, "expressionType", "SQL"));
    Map<String, Object> aggregates = new LinkedHashMap<>();
    metrics.forEach(m -> aggregates.put(m, Tree.map("operator", "mean")));
    Map<String, Object> pivot =
        Tree.map(
            "index",
            List.of(time),
            "columns",
            List.of(),
            "aggregates",
            aggregates,
            "drop_missing_columns",
            false);
    return Form.query(
        Optional.of(time),
        Tree.map(
            "columns", List.of(axis),
            "metrics", metrics,
            "orderby", List.of(List.of(metrics.get(0), false)),
            "row_limit", ROWS,
            "series_columns", List.of(),
            "order_desc", true,
            "post_processing",
                List.of(
                    Tree.map("operation", "pivot", "options", pivot),
                    Tree.map("operation", "flatten"))));
  }
}
