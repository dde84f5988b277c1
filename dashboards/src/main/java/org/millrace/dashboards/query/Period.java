package org.millrace.dashboards.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Whole months from one to another, both included; written {@code 2011-08} or {@code
 * 2011-01..2011-08}. The last month may be cut after a day, to hold the same days of two months
 * against each other.
 */
public record Period(YearMonth from, YearMonth to, Optional<LocalDate> lastDay) {
  private static final int MONTHS_OF_YEAR = 12;

  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "A period ends after it begins, but " + to + " is before " + from);
    }
  }

  public Period(YearMonth from, YearMonth to) {
    this(from, to, Optional.empty());
  }

  /** Reads {@code 2011-08} or {@code 2011-01..2011-08}. */
  public static Period of(String text) {
    String[] parts = text.split("\\.\\.", -1);
    try {
      if (parts.length <= 2) {
        return new Period(YearMonth.parse(parts[0]), YearMonth.parse(parts[parts.length - 1]));
      }
    } catch (DateTimeException unreadable) {
      throw new IllegalArgumentException(message(text), unreadable);
    }
    throw new IllegalArgumentException(message(text));
  }

  /** How many months: 2011-01..2011-03 has 3. */
  public int months() {
    return (int) ChronoUnit.MONTHS.between(from, to) + 1;
  }

  /** The period of the same length just before: of 2011-03..2011-04 it is 2011-01..2011-02. */
  public Period previous() {
    return back(months());
  }

  /** The same months a year before. */
  public Period yearBefore() {
    return back(MONTHS_OF_YEAR);
  }

  /** The same days so many months before; a day that the month does not have is its last one. */
  private Period back(int months) {
    YearMonth end = to.minusMonths(months);
    return new Period(
        from.minusMonths(months),
        end,
        lastDay.map(day -> end.atDay(Math.min(day.getDayOfMonth(), end.lengthOfMonth()))));
  }

  /** The same months, the last one up to a day in it. */
  public Period upTo(LocalDate day) {
    if (!YearMonth.from(day).equals(to)) {
      throw new IllegalArgumentException(day + " is not in " + to + ", the last month");
    }
    return new Period(from, to, Optional.of(day));
  }

  /** From the first month of a fiscal year, which begins in that month, to a later one of it. */
  public boolean isYearToDate(int startMonth) {
    return from.getMonthValue() == startMonth && months() > 1 && months() <= MONTHS_OF_YEAR;
  }

  /** A period that ends where this ends and is at least so many months long. */
  public Period atLeast(int months) {
    return months() >= months ? this : new Period(to.minusMonths(months - 1L), to);
  }

  /** The first day. */
  public LocalDate firstDay() {
    return from.atDay(1);
  }

  /** The first day that is no longer in the period. */
  public LocalDate dayAfter() {
    return lastDay.map(day -> day.plusDays(1)).orElseGet(() -> to.plusMonths(1).atDay(1));
  }

  @Override
  public String toString() {
    return from.equals(to) ? from.toString() : from + ".." + to;
  }

  private static String message(String text) {
    return "A period is a month or two, such as 2011-08 or 2011-01..2011-08, not '" + text + "'";
  }
}
