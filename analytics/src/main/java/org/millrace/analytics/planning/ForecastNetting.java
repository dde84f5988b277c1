package org.millrace.analytics.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.millrace.analytics.mrp.facts.Demand;
import org.millrace.analytics.planning.CompanyFacts.ForecastWeek;
import org.millrace.analytics.planning.CompanyFacts.Unit;

/**
 * What of an item's forecast is still to come: what is sold already is taken off its week, what is
 * ordered takes the place of forecast from the running week on, for four weeks more at most
 * (forecast consumption). Nothing falls below 0.
 *
 * <p>Worked: weeks of 20, 20, 20 with 5 of the first sold and 30 on order leave 0, 5, 20.
 */
final class ForecastNetting {

  private static final int WEEKS_AHEAD = 4;

  private final LocalDate asOf;

  ForecastNetting(LocalDate asOf) {
    this.asOf = asOf;
  }

  /**
   * The demands left of one item's weeks. Items counted in pieces are wanted in whole ones: what a
   * week is rounded by goes into the next. Worked: 0.4, 0.4, 0.4 are wanted as 0, 1, 0.
   */
  List<Demand> net(List<ForecastWeek> weeks, double ordered, Unit unit) {
    LocalDate lastWeek = asOf.plusWeeks(WEEKS_AHEAD);
    double left = Math.max(0, ordered);
    double wanted = 0;
    double given = 0;
    List<Demand> demands = new ArrayList<>();
    for (ForecastWeek week : byDay(weeks)) {
      double open = Math.max(0, Math.max(0, week.quantity()) - Math.max(0, week.sold()));
      double taken = week.monday().isAfter(lastWeek) ? 0 : Math.min(left, open);
      left -= taken;
      wanted += open - taken;
      double quantity = unit == Unit.PIECES ? Math.rint(wanted) - given : open - taken;
      if (quantity > 0) {
        given += quantity;
        LocalDate due = week.monday().isBefore(asOf) ? asOf : week.monday();
        demands.add(forecast(week, due, quantity));
      }
    }
    return demands;
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
