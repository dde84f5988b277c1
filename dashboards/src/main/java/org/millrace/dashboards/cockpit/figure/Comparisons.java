package org.millrace.dashboards.cockpit.figure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.millrace.dashboards.definition.Chart;
import org.millrace.dashboards.definition.Metric;
import org.millrace.dashboards.query.Period;

/**
 * With which earlier period a figure may be compared. The books must cover it; a month that is not
 * over is held against the same days; the year to date only against the year to date.
 *
 * @param firstDay the first day of the company's books
 * @param startMonth the month in which its fiscal years begin
 */
record Comparisons(Optional<LocalDate> firstDay, int startMonth, LocalDate today) {
  /** Books that begin in the first days of a month cover it: nobody works on New Year. */
  private static final int DAYS_TO_BEGIN = 6;

  /** Why there is no earlier figure. */
  enum Why {
    /** The earlier period lies before the books, or they begin within it. */
    NOT_COVERED,
    /** The month is not over, and of the figure no days are known. */
    MONTH_OPEN
  }

  /** The period to compare with, or why there is none; both empty where it would say nothing. */
  record Answer(Optional<Period> period, Optional<Why> why) {
    private static Answer no(Why why) {
      return new Answer(Optional.empty(), Optional.of(why));
    }
  }

  Answer with(Chart.Comparison against, Period period, Metric metric) {
    if (against == Chart.Comparison.PREVIOUS_PERIOD && period.isYearToDate(startMonth)) {
      return new Answer(Optional.empty(), Optional.empty());
    }
    boolean isBalance = metric.scale().additivity() == Metric.Additivity.NOT_OVER_TIME;
    boolean isOpen = isOpen(period);
    if (isOpen && !isBalance && metric.source().ofDays().isEmpty()) {
      return Answer.no(Why.MONTH_OPEN);
    }
    Period now = isOpen && !isBalance ? period.upTo(today) : period;
    Period then = against == Chart.Comparison.PREVIOUS_PERIOD ? now.previous() : now.yearBefore();
    return isCovered(then, isBalance)
        ? new Answer(Optional.of(then), Optional.empty())
        : Answer.no(Why.NOT_COVERED);
  }

  /** True while the last month of the period is running. */
  boolean isOpen(Period period) {
    return period.to().equals(YearMonth.from(today)) && today.isBefore(period.to().atEndOfMonth());
  }

  /** A balance stands as soon as the books have begun. */
  private boolean isCovered(Period then, boolean isBalance) {
    LocalDate needed =
        isBalance ? then.dayAfter().minusDays(1) : then.firstDay().plusDays(DAYS_TO_BEGIN);
    return firstDay.filter(day -> !day.isAfter(needed)).isPresent();
  }
}
