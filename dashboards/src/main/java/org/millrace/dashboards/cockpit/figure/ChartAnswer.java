package org.millrace.dashboards.cockpit.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.dashboards.definition.Chart;
import org.millrace.dashboards.definition.Label;
import org.millrace.dashboards.definition.Metric;

/** One chart with its numbers, ready to draw. */
sealed interface ChartAnswer {
  /** Title, what it is drawn as, the tables behind it, and the filters that do not reach it. */
  record Head(
      String type, Label title, Optional<Label> note, List<String> tables, List<String> ignores) {}

  /** A number held against an earlier one; change is a fraction of the earlier. */
  record Compared(
      Chart.Comparison against,
      String period,
      Optional<BigDecimal> value,
      Optional<BigDecimal> change) {}

  record Point(String key, Optional<BigDecimal> value) {}

  record Kpi(
      Head head, MetricAnswer metric, FigureRow figure, List<Compared> compared, List<Point> trend)
      implements ChartAnswer {}

  record Series(MetricAnswer metric, List<Point> points) {}

  record Line(Head head, List<Series> series) implements ChartAnswer {}

  /** Bars, and what the bars not shown add up to. */
  record Bar(
      Head head, MetricAnswer metric, String by, List<FigureRow> bars, Optional<BigDecimal> rest)
      implements ChartAnswer {}

  record Column(String column, Label name, Optional<Metric.Unit> unit) {}

  record Table(
      Head head,
      List<Column> columns,
      List<Map<String, Object>> rows,
      Optional<Chart.Link> link,
      List<String> search)
      implements ChartAnswer {}

  record Interval(
      String key,
      Optional<BigDecimal> middle,
      Optional<BigDecimal> low,
      Optional<BigDecimal> high) {}

  record Band(
      Head head,
      String pick,
      Optional<String> picked,
      Optional<String> pickedName,
      List<Point> actual,
      List<Interval> forecast)
      implements ChartAnswer {}
}
