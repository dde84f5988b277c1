package org.millrace.analytics.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.millrace.analytics.mrp.facts.Demand;
import org.millrace.analytics.planning.CompanyFacts.ForecastWeek;
import org.millrace.analytics.planning.CompanyFacts.Unit;

/**
 * What of an item's forecast is still to come: what is sold already is taken off its week, what is
 * ordered takes the place of forecast from the week it is due in, for four weeks more at most
 * (forecast consumption); what is late is due today. Nothing falls below 0.
 *
 * <p>Worked: weeks of 20, 20, 20 with 5 of the first sold and 30 on order for today leave 0, 5, 20;
 * with 10 for today and 30 for the second week 5, 0, 10.
 */
final class ForecastNetting {

  private static final int WEEKS_AHEAD = 4;

  private final LocalDate asOf;

  ForecastNetting(LocalDate asOf) {
    this.asOf = asOf;
  }

  /**
   * The demands left of one item's weeks, given what is ordered by the day it is due. Items counted
   * in pieces are wanted in whole ones: what a week is rounded by goes into the next. Worked: 0.4,
   * 0.4, 0.4 are wanted as 0, 1, 0.
   */
  List<Demand> net(List<ForecastWeek> weeks, Map<LocalDate, Double> ordered, Unit unit) {
    List<ForecastWeek> ahead = byDay(weeks);
    double[] open =
        ahead.stream()
            .mapToDouble(
                week -> Math.max(0, Math.max(0, week.quantity()) - Math.max(0, week.sold())))
            .toArray();
    new TreeMap<>(ordered).forEach((due, quantity) -> consume(ahead, open, due, quantity));
    double wanted = 0;
    double given = 0;
    List<Demand> demands = new ArrayList<>();
    for (int i = 0; i < open.length; i++) {
      ForecastWeek week = ahead.get(i);
      wanted += open[i];
      double quantity = unit == Unit.PIECES ? Math.rint(wanted) - given : open[i];
      if (quantity > 0) {
        given += quantity;
        LocalDate due = week.monday().isBefore(asOf) ? asOf : week.monday();
        demands.add(forecast(week, due, quantity));
      }
    }
    return demands;
  }

  private void consume(List<ForecastWeek> weeks, double[] open, LocalDate due, double quantity) {
    LocalDate day = due.isBefore(asOf) ? asOf : due;
    double left = Math.max(0, quantity);
    for (int i = 0; i < open.length; i++) {
      LocalDate monday = weeks.get(i).monday();
      boolean isOver = !monday.plusWeeks(1).isAfter(day);
      if (!isOver && !monday.isAfter(day.plusWeeks(WEEKS_AHEAD))) {
        double taken = Math.min(left, open[i]);
        left -= taken;
        open[i] -= taken;
      }
    }
  }

  private static Demand forecast(ForecastWeek week, LocalDate due, double quantity) {
    return Demand.forecast(week.item() + "/" + week.monday(), week.item(), due, quantity);
  }

  // A week that is over wants nothing any more.
  private List<ForecastWeek> byDay(List<ForecastWeek> weeks) {
    return weeks.stream()
        .filter(week -> week.monday().plusWeeks(1).isAfter(asOf))
        .sorted(Comparator.comparing(ForecastWeek::monday))
        .toList();
  }
}
