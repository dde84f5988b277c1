package org.millrace.analytics.mrp.capacity;

import java.time.LocalDate;
import org.millrace.analytics.mrp.calendar.WorkCalendar;

/** People or machines with so many hours on each working day. */
public record WorkCentre(String id, double hoursPerDay, WorkCalendar calendar) {

  public WorkCentre {
    if (!(hoursPerDay >= 0) || Double.isInfinite(hoursPerDay)) {
      throw new IllegalArgumentException(
          "Hours per day of work centre %s must be a number of 0 or more, got %s"
              .formatted(id, hoursPerDay));
    }
  }

  /** The hours of a week from a day on. */
  double hours(LocalDate monday, LocalDate from) {
    return hoursPerDay
        * monday
            .datesUntil(monday.plusWeeks(1))
            .filter(day -> !day.isBefore(from))
            .filter(calendar::isWorkDay)
            .count();
  }
}
