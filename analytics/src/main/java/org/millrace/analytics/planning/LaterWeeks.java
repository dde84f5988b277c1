package org.millrace.analytics.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.millrace.analytics.planning.CompanyFacts.ForecastWeek;

/**
 * A plan looks further ahead than a forecast: each week after the last one forecast is expected to
 * bring what the method alone expects on average of the weeks that are. Worked: of a forecast of 20
 * and 30 each later week is expected to bring 25.
 */
final class LaterWeeks {

  private final LocalDate asOf;
  private final LocalDate end;

  LaterWeeks(LocalDate asOf, int weeks) {
    this.asOf = asOf;
    end = asOf.plusWeeks(weeks);
  }

  /** The weeks of one item, and those after them to the end of the plan. */
  List<ForecastWeek> with(List<ForecastWeek> weeks) {
    List<ForecastWeek> ahead =
        weeks.stream().filter(week -> week.monday().plusWeeks(1).isAfter(asOf)).toList();
    if (ahead.isEmpty()) {
      return weeks;
    }
    ForecastWeek last =
        ahead.stream().max(Comparator.comparing(ForecastWeek::monday)).orElseThrow();
    double mean =
        ahead.stream().mapToDouble(week -> Math.max(0, week.statistical())).average().orElseThrow();
    List<ForecastWeek> all = new ArrayList<>(weeks);
    for (LocalDate monday = last.monday().plusWeeks(1);
        monday.isBefore(end);
        monday = monday.plusWeeks(1)) {
      all.add(new ForecastWeek(last.item(), monday, mean, 0, mean));
    }
    return all;
  }
}
