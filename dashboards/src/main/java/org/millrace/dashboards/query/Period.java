package org.millrace.dashboards.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * Whole months from one to another, both included; written {@code 2011-08} or {@code
 * 2011-01..2011-08}.
 */
public record Period(YearMonth from, YearMonth to) {
  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "A period ends after it begins, but " + to + " is before " + from);
    }
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
    return new Period(from.minusMonths(months()), to.minusMonths(months()));
  }

  /** The same months a year before. */
  public Period yearBefore() {
    return new Period(from.minusYears(1), to.minusYears(1));
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
    return to.plusMonths(1).atDay(1);
  }

  @Override
  public String toString() {
    return from.equals(to) ? from.toString() : from + ".." + to;
  }

  private static String message(String text) {
    return "A period is a month or two, such as 2011-08 or 2011-01..2011-08, not '" + text + "'";
  }
}
