package org.millrace.analytics.forecast.file;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.Locale;
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
  private static final Pattern MONTH = Pattern.compile("(\\d{4})(?:[-/]|[- ]?[Mm])(\\d{1,2})");
  private static final Pattern NAMED_MONTH = Pattern.compile("([A-Za-z]{3,9})[ -](\\d{4})");
  private static final Pattern MONTH_NAMED = Pattern.compile("(\\d{4})[ -]([A-Za-z]{3,9})");
  private static final Pattern WEEK = Pattern.compile("(\\d{4})[- ]?[Ww](\\d{1,2})");
  private static final Pattern QUARTER = Pattern.compile("(\\d{4})[- ]?[Qq]([1-4])");
  private static final Pattern QUARTER_FIRST = Pattern.compile("[Qq]([1-4])[- ](\\d{4})");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})");

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
    return month(cell).or(() -> week(cell)).or(() -> quarter(cell));
  }

  private static Optional<LocalDate> month(String cell) {
    Matcher month = MONTH.matcher(cell);
    if (month.matches()) {
      return Optional.of(LocalDate.of(part(month, 1), part(month, 2), 1));
    }
    Matcher named = NAMED_MONTH.matcher(cell);
    if (named.matches()) {
      return named(named.group(1)).map(of -> LocalDate.of(part(named, 2), of, 1));
    }
    Matcher last = MONTH_NAMED.matcher(cell);
    return last.matches()
        ? named(last.group(2)).map(of -> LocalDate.of(part(last, 1), of, 1))
        : Optional.empty();
  }

  private static Optional<LocalDate> week(String cell) {
    Matcher week = WEEK.matcher(cell);
    if (!week.matches()) {
      return Optional.empty();
    }
    LocalDate first = LocalDate.of(part(week, 1), 1, 4);
    LocalDate inWeek = first.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, part(week, 2));
    return inWeek.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) == part(week, 2)
        ? Optional.of(inWeek.with(DayOfWeek.MONDAY))
        : Optional.empty();
  }

  private static Optional<LocalDate> quarter(String cell) {
    Matcher quarter = QUARTER.matcher(cell);
    if (quarter.matches()) {
      return Optional.of(LocalDate.of(part(quarter, 1), 3 * part(quarter, 2) - 2, 1));
    }
    Matcher first = QUARTER_FIRST.matcher(cell);
    return first.matches()
        ? Optional.of(LocalDate.of(part(first, 2), 3 * part(first, 1) - 2, 1))
        : Optional.empty();
  }

  /** The month whose English name begins so. */
  private static Optional<Month> named(String word) {
    String start = word.toUpperCase(Locale.ROOT);
    return Arrays.stream(Month.values())
        .filter(month -> month.name().startsWith(start))
        .findFirst();
  }

  /** What to write for a date that does not begin with its year; empty for what is no such date. */
  static Optional<String> advice(String cell) {
    Matcher date = YEAR_LAST.matcher(cell);
    if (!date.matches()) {
      return Optional.empty();
    }
    String year = date.group(3);
    Optional<String> dayFirst = shown(year, date.group(2), date.group(1));
    Optional<String> monthFirst =
        cell.indexOf('.') < 0 ? shown(year, date.group(1), date.group(2)) : Optional.empty();
    if (dayFirst.isPresent() && monthFirst.isPresent() && !dayFirst.equals(monthFirst)) {
      return Optional.of(
          "may be %s or %s. Write one of these".formatted(dayFirst.get(), monthFirst.get()));
    }
    return dayFirst.or(() -> monthFirst).map("does not begin with the year. Write %s"::formatted);
  }

  private static Optional<String> shown(String year, String month, String day) {
    return minutes(year + "-" + month + "-" + day).map(CalendarTime::text);
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
