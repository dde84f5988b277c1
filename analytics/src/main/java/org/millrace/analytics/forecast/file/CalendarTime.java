package org.millrace.analytics.forecast.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days, hours, weeks, months and quarters as files write them, as minutes since 1970. A week begins
 * on its Monday (ISO 8601), so a year of 53 weeks leaves no gap. Worked: 2015-W53 is 2015-12-28, a
 * week before 2016-W01.
 */
final class CalendarTime {

  private static final long DAY = 24L * 60;
  private static final Pattern DATE =
      Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:[T ](\\d{1,2}:\\d{2}).*)?");
  private static final Pattern MONTH = Pattern.compile("(\\d{4})[-/](\\d{1,2})");
  private static final Pattern WEEK = Pattern.compile("(\\d{4})-?[Ww](\\d{1,2})");
  private static final Pattern QUARTER = Pattern.compile("(\\d{4})[- ]?[Qq]([1-4])");

  private CalendarTime() {}

  /** The minutes of a date; empty for what is none. */
  static Optional<Long> minutes(String cell) {
    try {
      return day(cell).map(day -> DAY * day.toEpochDay() + minuteOfDay(cell));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether a text is a date of these centuries and no part number such as 4711-12. */
  static boolean isPlausible(String cell) {
    int year = minutes(cell).map(minutes -> date(minutes).getYear()).orElse(0);
    return year >= 1800 && year < 2200;
  }

  private static Optional<LocalDate> day(String cell) {
    Matcher date = DATE.matcher(cell);
    if (date.matches()) {
      return Optional.of(LocalDate.of(part(date, 1), part(date, 2), part(date, 3)));
    }
    Matcher month = MONTH.matcher(cell);
    if (month.matches()) {
      return Optional.of(LocalDate.of(part(month, 1), part(month, 2), 1));
    }
    Matcher week = WEEK.matcher(cell);
    if (week.matches()) {
      LocalDate first = LocalDate.of(part(week, 1), 1, 4);
      LocalDate monday = first.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, part(week, 2));
      return Optional.of(monday.minusDays(monday.getDayOfWeek().getValue() - 1L));
    }
    Matcher quarter = QUARTER.matcher(cell);
    return quarter.matches()
        ? Optional.of(LocalDate.of(part(quarter, 1), 3 * part(quarter, 2) - 2, 1))
        : Optional.empty();
  }

  private static long minuteOfDay(String cell) {
    Matcher date = DATE.matcher(cell);
    if (!date.matches() || date.group(4) == null) {
      return 0;
    }
    String time = date.group(4).length() < 5 ? "0" + date.group(4) : date.group(4);
    return LocalTime.parse(time).toSecondOfDay() / 60;
  }

  private static int part(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static LocalDate date(long minutes) {
    return LocalDate.ofEpochDay(Math.floorDiv(minutes, DAY));
  }

  /** Months since the year 0 of minutes since 1970. */
  static long month(long minutes) {
    LocalDate date = date(minutes);
    return 12L * date.getYear() + date.getMonthValue();
  }

  /** As 2026-11-24, or 2026-11-24 13:00 for a time within the day. */
  static String text(long minutes) {
    LocalDate date = date(minutes);
    long minute = Math.floorMod(minutes, DAY);
    return minute == 0 ? date.toString() : date + " " + LocalTime.ofSecondOfDay(60 * minute);
  }
}
