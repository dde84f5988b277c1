package org.millrace.asset.depreciation;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** From which day an asset is depreciated, until which one, and what a part of a month counts. */
public enum Convention {
  /** The month of acquisition counts in full, that of disposal not unless it is over. */
  FULL_MONTH,
  /** A month counts in full when the asset was there on the 15th, else not. */
  FULL_MONTH_UNTIL_15,
  /** From the month after the acquisition; the month of disposal counts in full (CAS 4). */
  NEXT_MONTH,
  /** A part of a month counts by its days: 10 of 30 days of April. */
  BY_DAY,
  /** Each day is a part of its year: 31 days of 366 in January 2020. */
  BY_DAY_OF_YEAR,
  /** Each day is the same part of the whole life. */
  BY_DAY_OF_LIFE;

  private static final int MIDDLE = 15;
  private static final int MONTHS = 12;

  private boolean isByMonth() {
    return this == FULL_MONTH || this == FULL_MONTH_UNTIL_15 || this == NEXT_MONTH;
  }

  /** The first day that counts. */
  LocalDate start(LocalDate acquiredOn) {
    return switch (this) {
      case FULL_MONTH -> acquiredOn.withDayOfMonth(1);
      case FULL_MONTH_UNTIL_15 ->
          acquiredOn.getDayOfMonth() <= MIDDLE
              ? acquiredOn.withDayOfMonth(1)
              : nextMonth(acquiredOn);
      case NEXT_MONTH -> nextMonth(acquiredOn);
      default -> acquiredOn;
    };
  }

  private static LocalDate nextMonth(LocalDate day) {
    return day.plusMonths(1).withDayOfMonth(1);
  }

  /** The last day that counts of what is disposed of on that day. */
  LocalDate lastDayOfUse(LocalDate disposedOn) {
    YearMonth month = YearMonth.from(disposedOn);
    return switch (this) {
      case FULL_MONTH_UNTIL_15 ->
          disposedOn.getDayOfMonth() <= MIDDLE
              ? month.minusMonths(1).atEndOfMonth()
              : month.atEndOfMonth();
      case NEXT_MONTH -> month.atEndOfMonth();
      default -> whole(disposedOn);
    };
  }

  /** That day, or the end of the last month before it where a month counts as a whole. */
  LocalDate whole(LocalDate day) {
    YearMonth month = YearMonth.from(day);
    boolean isOver = day.equals(month.atEndOfMonth());
    return isByMonth() && !isOver ? month.minusMonths(1).atEndOfMonth() : day;
  }

  /**
   * How many months of a life count from its first day through another one, both counted.
   *
   * @param life the months of the life
   */
  Fraction elapsed(LocalDate start, LocalDate through, int life) {
    LocalDate end = start.plusMonths(life);
    if (through.isBefore(start)) {
      return Fraction.ZERO;
    }
    if (!through.plusDays(1).isBefore(end)) {
      return Fraction.of(life, 1);
    }
    Fraction months =
        switch (this) {
          case BY_DAY -> byDay(start, through);
          case BY_DAY_OF_YEAR -> byDayOfYear(start, through);
          case BY_DAY_OF_LIFE ->
              Fraction.of(
                  life * (ChronoUnit.DAYS.between(start, through) + 1),
                  ChronoUnit.DAYS.between(start, end));
          default -> Fraction.of(ChronoUnit.MONTHS.between(start, through.plusDays(1)), 1);
        };
    return months.min(Fraction.of(life, 1));
  }

  private static Fraction byDay(LocalDate start, LocalDate through) {
    YearMonth first = YearMonth.from(start);
    YearMonth last = YearMonth.from(through);
    return Fraction.of(ChronoUnit.MONTHS.between(first, last), 1)
        .plus(Fraction.of(through.getDayOfMonth(), last.lengthOfMonth()))
        .minus(Fraction.of(start.getDayOfMonth() - 1L, first.lengthOfMonth()));
  }

  private static Fraction byDayOfYear(LocalDate start, LocalDate through) {
    Fraction years =
        Fraction.of(through.getYear() - (long) start.getYear(), 1)
            .plus(Fraction.of(through.getDayOfYear(), Year.from(through).length()))
            .minus(Fraction.of(start.getDayOfYear() - 1L, Year.from(start).length()));
    return years.times(MONTHS);
  }
}
