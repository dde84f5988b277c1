package org.millrace.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** A calendar month of the books, in UTC. */
public record Period(YearMonth month) implements Comparable<Period> {
  /** A month written like {@code 2011-08}. */
  public static Period of(String month) {
    return new Period(BusinessDates.month("month", month));
  }

  /** The month a day lies in. */
  public static Period of(LocalDate day) {
    return new Period(YearMonth.from(day));
  }

  /** The month a moment lies in. */
  public static Period of(Instant moment) {
    return of(LocalDate.ofInstant(moment, ZoneOffset.UTC));
  }

  /** The first day. */
  public LocalDate start() {
    return month.atDay(1);
  }

  /** The last day. */
  public LocalDate end() {
    return month.atEndOfMonth();
  }

  /** The month after. */
  public Period next() {
    return new Period(month.plusMonths(1));
  }

  @Override
  public int compareTo(Period other) {
    return month.compareTo(other.month);
  }

  @Override
  public String toString() {
    return month.toString();
  }
}
