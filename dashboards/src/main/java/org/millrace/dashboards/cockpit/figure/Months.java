package org.millrace.dashboards.cockpit.figure;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.dashboards.definition.Metric;

/** A line over months has a point for each: a month without rows is one, not a shorter way. */
final class Months {
  /** Fifty years; a mistyped date is not drawn month by month. */
  private static final int MOST = 600;

  private Months() {}

  /** The months in between: nothing happened where a figure adds up, else nothing is known. */
  static List<ChartAnswer.Point> filled(List<ChartAnswer.Point> points, Metric metric) {
    if (points.size() < 2) {
      return points;
    }
    Map<YearMonth, ChartAnswer.Point> known =
        points.stream().collect(Collectors.toMap(Months::month, point -> point));
    YearMonth last = month(points.get(points.size() - 1));
    Optional<BigDecimal> otherwise =
        metric.scale().additivity() == Metric.Additivity.ALL
            ? Optional.of(BigDecimal.ZERO)
            : Optional.empty();
    List<ChartAnswer.Point> filled = new ArrayList<>();
    for (YearMonth month = month(points.get(0));
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      if (filled.size() == MOST) {
        return points;
      }
      ChartAnswer.Point empty = new ChartAnswer.Point(month.atDay(1).toString(), otherwise);
      filled.add(known.getOrDefault(month, empty));
    }
    return filled;
  }

  private static YearMonth month(ChartAnswer.Point point) {
    return YearMonth.parse(point.key().substring(0, "2011-08".length()));
  }
}
