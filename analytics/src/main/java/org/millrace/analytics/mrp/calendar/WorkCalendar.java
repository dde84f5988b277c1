package org.millrace.analytics.mrp.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * On which days work is done: days of the week, less holidays, and days worked all the same. Lead
 * times are counted in these days.
 */
public record WorkCalendar(
    String name, Set<DayOfWeek> weekdays, Set<LocalDate> holidays, Set<LocalDate> extraDays) {

  public WorkCalendar {
    weekdays = Set.copyOf(weekdays);
    holidays = Set.copyOf(holidays);
    extraDays = Set.copyOf(extraDays);
    if (weekdays.isEmpty()) {
      throw new IllegalArgumentException(
          "Calendar %s has no working day of the week; name one at least".formatted(name));
    }
  }

  /** Every day, as days of transport are counted. */
  public static WorkCalendar everyDay(String name) {
    return new WorkCalendar(name, EnumSet.allOf(DayOfWeek.class), Set.of(), Set.of());
  }

  /** Five days a week. */
  public static WorkCalendar mondayToFriday(String name) {
    return new WorkCalendar(
        name, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of(), Set.of());
  }

  /** This calendar with more days off. */
  public WorkCalendar withHolidays(Collection<LocalDate> days) {
    return new WorkCalendar(name, weekdays, joined(holidays, days), extraDays);
  }

  /** This calendar with more days on, though they are holidays or weekends. */
  public WorkCalendar withExtraDays(Collection<LocalDate> days) {
    return new WorkCalendar(name, weekdays, holidays, joined(extraDays, days));
  }

  public boolean isWorkDay(LocalDate day) {
    return extraDays.contains(day)
        || weekdays.contains(day.getDayOfWeek()) && !holidays.contains(day);
  }

  private static Set<LocalDate> joined(Set<LocalDate> days, Collection<LocalDate> more) {
    Set<LocalDate> joined = new TreeSet<>(days);
    joined.addAll(more);
    return joined;
  }
}
