package org.millrace.analytics.planning.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millrace.analytics.mrp.calendar.WorkCalendar;
import org.millrace.analytics.stockpolicy.ServiceLevels;

/**
 * What a company has set for all its plans: the first days in which they start nothing, the days
 * that are worked, and the service level of each pair of classes.
 */
public record PlanningSettings(
    int frozenDays,
    Set<DayOfWeek> workingDays,
    Set<LocalDate> holidays,
    ServiceLevels serviceLevels) {

  private static final double DAYS_A_WEEK = 7;

  /** Nothing was set: nothing is frozen, Monday to Friday are worked, there are no holidays. */
  public static final PlanningSettings DEFAULT =
      new PlanningSettings(
          0, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of(), ServiceLevels.defaults());

  public PlanningSettings {
    workingDays = Set.copyOf(workingDays);
    holidays = Set.copyOf(holidays);
  }

  /** The days in which lead times are counted. */
  public WorkCalendar calendar() {
    return new WorkCalendar("of the company", workingDays, holidays, Set.of());
  }

  /**
   * The days of a work centre that works so many days a week: the first of the company's working
   * days, then the other days, counted from Monday; no holidays. Worked: where Sunday to Thursday
   * are worked, four days are Monday to Thursday, five the company's, six those and Friday.
   */
  public WorkCalendar calendarOf(String workCentre, int daysPerWeek) {
    Set<DayOfWeek> days =
        Stream.concat(days(workingDays::contains), days(day -> !workingDays.contains(day)))
            .limit(daysPerWeek)
            .collect(Collectors.toSet());
    return new WorkCalendar(workCentre, days, holidays, Set.of());
  }

  private static Stream<DayOfWeek> days(Predicate<DayOfWeek> chosen) {
    return Arrays.stream(DayOfWeek.values()).filter(chosen);
  }

  /** Days counted by the calendar as working days, holidays apart. Worked: 21 days are 15. */
  public double workingDays(double calendarDays) {
    return calendarDays * workingDays.size() / DAYS_A_WEEK;
  }

  /** The weeks that so many working days last, holidays apart. Worked: 10 days are 2 weeks. */
  public double weeks(double daysWorked) {
    return daysWorked / workingDays.size();
  }
}
