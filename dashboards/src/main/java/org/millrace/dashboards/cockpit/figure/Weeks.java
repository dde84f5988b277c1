package org.millrace.dashboards.cockpit.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A week without demand has no row in the marts; on a chart it is a zero, not a gap. */
final class Weeks {
  private Weeks() {}

  /** The weeks from the first one on, up to the week before {@code end} or the last one given. */
  static List<ChartAnswer.Point> filled(List<ChartAnswer.Point> points, Optional<String> end) {
    if (points.isEmpty()) {
      return points;
    }
    Map<String, ChartAnswer.Point> known = new HashMap<>();
    points.forEach(p -> known.put(p.key(), p));
    LocalDate first = LocalDate.parse(points.get(0).key());
    LocalDate last = LocalDate.parse(points.get(points.size() - 1).key()).plusWeeks(1);
    LocalDate until = end.map(LocalDate::parse).filter(e -> e.isAfter(last)).orElse(last);
    return Stream.iterate(first, week -> week.isBefore(until), week -> week.plusWeeks(1))
        .map(LocalDate::toString)
        .map(
            week ->
                known.getOrDefault(week, new ChartAnswer.Point(week, Optional.of(BigDecimal.ZERO))))
        .toList();
  }
}
