package org.millrace.shared;

import java.time.LocalDate;
import java.time.YearMonth;

/** A calendar month of the books. */
public record Period(YearMonth month) implements Comparable<Period> {
  /** A month written like {@code 2011-08}. */
  public static Period of(String month) {
    return new Period(BusinessDates.month("month", month));
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
