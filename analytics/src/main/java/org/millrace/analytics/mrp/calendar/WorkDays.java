package org.millrace.analytics.mrp.calendar;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * The working days of a calendar from a first day on, days counted from 0. Worked: from Monday 0
 * with five days a week, a lead time of 5 due on Monday 28 starts on Monday 21.
 */
public final class WorkDays {

  private static final int LONGEST_PAUSE = 366;

  private final int[] days;
  private final int[] ordinalUpTo;

  private WorkDays(int[] days, int[] ordinalUpTo) {
    this.days = days;
    this.ordinalUpTo = ordinalUpTo;
  }

  /** Covers at least the days asked for and so many working days after them. */
  public static WorkDays of(WorkCalendar calendar, LocalDate first, int span, int workDaysAfter) {
    int[] ordinals = new int[span + workDaysAfter + LONGEST_PAUSE];
    int[] days = new int[ordinals.length];
    int count = 0;
    int after = 0;
    int pause = 0;
    int day = 0;
    for (; day < span || after < workDaysAfter + 1; day++) {
      if (day == ordinals.length) {
        ordinals = Arrays.copyOf(ordinals, 2 * day);
        days = Arrays.copyOf(days, 2 * day);
      }
      boolean isWorkDay = calendar.isWorkDay(first.plusDays(day));
      pause = isWorkDay ? 0 : pause + 1;
      if (pause > LONGEST_PAUSE) {
        throw new IllegalArgumentException(
            "Calendar %s has no working day in the year to %s; correct its holidays"
                .formatted(calendar.name(), first.plusDays(day)));
      }
      if (isWorkDay) {
        days[count++] = day;
        after += day >= span ? 1 : 0;
      }
      ordinals[day] = count - 1;
    }
    return new WorkDays(Arrays.copyOf(days, count), Arrays.copyOf(ordinals, day));
  }

  /** The last working day not after the day; -1 when there is none. */
  public int onOrBefore(int day) {
    int ordinal = ordinal(day);
    return ordinal < 0 ? -1 : days[ordinal];
  }

  /** The day to start on to be ready on the due day; -1 when that lies before the first day. */
  public int start(int due, int leadDays) {
    int ordinal = ordinal(due) - leadDays;
    return ordinal < 0 ? -1 : days[ordinal];
  }

  /** The day on which what starts on the first working day from a day on is ready. */
  public int ready(int from, int leadDays) {
    int ordinal = from == 0 ? 0 : ordinal(from - 1) + 1;
    return days[Math.min(ordinal + leadDays, days.length - 1)];
  }

  private int ordinal(int day) {
    return ordinalUpTo[Math.min(day, ordinalUpTo.length - 1)];
  }
}
