package org.millrace.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.millrace.shared.BusinessDates;
import org.millrace.shared.OpenPeriods.Happened;
import org.millrace.shared.Problems;

/** The moment an act happened in the business: now, or earlier when the command says so. */
public final class BusinessTime {
  private final Clock clock;

  public BusinessTime(Clock clock) {
    this.clock = clock;
  }

  /** The moment asked for where no date is, or now; both at once are refused. */
  public Instant occurredAt(Optional<LocalDate> date, Optional<Instant> asked) {
    new Problems()
        .require(
            date.isEmpty() || asked.isEmpty(),
            "date",
            date.map(LocalDate::toString).orElse(""),
            "either a date or a moment, not both")
        .refuse("It cannot have happened then");
    return occurredAt(asked);
  }

  /** When it happened, and the day on which it is booked late; one in the future is refused. */
  public Happened happened(Optional<Instant> asked, Optional<LocalDate> postingDate) {
    Instant occurred = occurredAt(asked);
    LocalDate last = clock.instant().atOffset(ZoneOffset.MAX).toLocalDate();
    new Problems()
        .require(
            postingDate.filter(day -> day.isAfter(last)).isEmpty(),
            "postingDate",
            postingDate.map(LocalDate::toString).orElse(""),
            "a day not after " + last)
        .refuse("It cannot be booked then");
    return new Happened(occurred, postingDate);
  }

  /** The moment asked for, or now; a moment in the future is refused. */
  public Instant occurredAt(Optional<Instant> asked) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant occurred = asked.map(a -> a.truncatedTo(ChronoUnit.MICROS)).orElse(now);
    new Problems()
        .require(!occurred.isAfter(now), "occurredAt", occurred, "a moment not after " + now)
        .require(
            BusinessDates.isBelievable(occurred), "occurredAt", occurred, BusinessDates.EXPECTED)
        .refuse("It cannot have happened then");
    return occurred;
  }
}
