package org.millrace.dashboards.cockpit.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.dashboards.definition.Chart;
import org.millrace.dashboards.definition.Label;
import org.millrace.dashboards.definition.Metric;
import org.millrace.dashboards.query.Period;

/** One chart with its numbers, ready to draw. */
sealed interface ChartAnswer {
  /** What it is drawn as, its words, the tables behind it, the filters that do not reach it. */
  record Head(
      String type,
      Label title,
      Optional<Label> note,
      Optional<Label> empty,
      List<String> tables,
      List<String> ignores) {}

  /**
   * A number held against an earlier one. {@code change} is a fraction of the earlier and empty
   * where that would say nothing, as beside an earlier figure of almost nothing or below 0; then
   * {@code difference} tells.
   */
  record Compared(
      Chart.Comparison against,
      Optional<Period> period,
      Optional<Comparisons.Why> why,
      Optional<BigDecimal> value,
      Optional<BigDecimal> change,
      Optional<BigDecimal> difference) {

    /** Tenfold; beyond it a percentage says less than the difference. */
    private static final BigDecimal LARGEST_CHANGE = BigDecimal.TEN;

    static Compared of(
        Chart.Comparison against,
        Period period,
        Optional<BigDecimal> now,
        Optional<BigDecimal> then) {
      Optional<BigDecimal> difference = then.flatMap(v -> now.map(present -> present.subtract(v)));
      Optional<BigDecimal> change =
          then.filter(v -> v.signum() > 0)
              .flatMap(v -> difference.map(d -> d.divide(v, MathContext.DECIMAL32)))
              .filter(c -> c.abs().compareTo(LARGEST_CHANGE) <= 0);
      return new Compared(against, Optional.of(period), Optional.empty(), then, change, difference);
    }

    static Compared none(Chart.Comparison against, Comparisons.Why why) {
      return new Compared(
          against,
          Optional.empty(),
          Optional.of(why),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

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

  record Column(String column, Label name, Optional<Metric.Unit> unit, Optional<Chart.Mark> mark) {}

  /** The column whose picked value the rows have; empty before something is picked. */
  record Narrowed(String column, String value) {}

  record Table(Head head, List<Column> columns, List<Map<String, Object>> rows, Use use)
      implements ChartAnswer {}

  /** What people may do with a table: search it, go on from a row, give commands on a row. */
  record Use(
      List<String> search,
      Optional<Chart.Link> link,
      Optional<Narrowed> narrowed,
      List<Chart.Command> commands) {}

  /** A chart whose figures the reader may not see. */
  record Withheld(Head head, String reason) implements ChartAnswer {}

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
      List<Point> past,
      List<Interval> forecast)
      implements ChartAnswer {}
}
