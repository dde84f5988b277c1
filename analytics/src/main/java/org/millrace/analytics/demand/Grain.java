package org.millrace.analytics.demand;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How long the periods of a series are. */
public enum Grain {
  /** Days; the season is the week. */
  DAY(ChronoUnit.DAYS, 7, 28),
  /** Weeks from Monday to Sunday; the season is the year. */
  WEEK(ChronoUnit.WEEKS, 52, 13),
  /** Calendar months; the season is the year. */
  MONTH(ChronoUnit.MONTHS, 12, 7);

  private final ChronoUnit unit;
  private final int season;
  private final int horizon;

  Grain(ChronoUnit unit, int season, int horizon) {
    this.unit = unit;
    this.season = season;
    this.horizon = horizon;
  }

  /** Periods in a season. */
  public int season() {
    return season;
  }

  /** Periods that a planner is told ahead: four weeks, a quarter, half a year after this month. */
  public int horizon() {
    return horizon;
  }

  /** Periods in a quarter of a year. */
  int quarter() {
    return switch (this) {
      case DAY -> 91;
      case WEEK -> 13;
      case MONTH -> 3;
    };
  }

  /** The word in tables and sentences: day, week, month. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The word in Chinese sentences. */
  public String wordZh() {
    return switch (this) {
      case DAY -> "天";
      case WEEK -> "周";
      case MONTH -> "个月";
    };
  }

  /** The first day of the period that holds the day. */
  public LocalDate first(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  /** The first day of the period so many later. */
  public LocalDate plus(LocalDate first, long periods) {
    return first.plus(periods, unit);
  }

  /** Periods from one first day to another. */
  public int between(LocalDate first, LocalDate later) {
    return (int) unit.between(first, later);
  }

  /** The first day of the last period that is over when the day ends. */
  public LocalDate lastComplete(LocalDate asOf) {
    return plus(first(asOf.plusDays(1)), -1);
  }
}
