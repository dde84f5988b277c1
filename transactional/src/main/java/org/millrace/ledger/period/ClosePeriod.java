package org.millrace.ledger.period;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.millrace.ledger.PeriodClosed;
import org.millrace.ledger.PeriodReopened;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Period;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;

/** Closes a month that is over, and all before it: from then on nothing is dated there. */
final class ClosePeriod {
  private final Companies companies;
  private final Periods periods;
  private final Events events;
  private final Clock clock;

  ClosePeriod(Companies companies, Periods periods, Events events, Clock clock) {
    this.companies = companies;
    this.periods = periods;
    this.events = events;
    this.clock = clock;
  }

  /** The month, with which all before it are closed. */
  YearMonth close(CompanyCode company, Period period) {
    Company books = companies.named(company);
    YearMonth month = period.month();
    Instant now = clock.instant();
    YearMonth running = YearMonth.from(books.dayOf(now));
    if (!month.isBefore(running)) {
      throw Refused.conflict(
          "%s of %s is not over yet. The last month that can be closed is %s."
              .formatted(month, company, running.minusMonths(1)));
    }
    periods.hold(company);
    Optional<YearMonth> through = periods.closedThrough(company);
    if (through.filter(last -> !month.isAfter(last)).isPresent()) {
      throw Refused.conflict(
          "%s of %s is closed already, as all months up to %s are."
              .formatted(month, company, through.get()));
    }
    events.publish(
        periods.close(company, month).stream()
            .map(one -> new PeriodClosed(head(company, one, now), one.month()))
            .toList());
    return month;
  }

  /** Opens the last closed month again; the one before it only after that. */
  YearMonth reopen(CompanyCode company, Period period, String reason) {
    companies.named(company);
    new Problems()
        .require(!reason.isBlank(), "reason", reason, "why the month is opened again")
        .refuse("The month cannot be reopened");
    periods.hold(company);
    YearMonth month = period.month();
    Optional<YearMonth> through = periods.closedThrough(company);
    if (through.filter(month::equals).isEmpty()) {
      String last = through.map(YearMonth::toString).orElse("none");
      throw Refused.conflict(
          "%s of %s cannot be reopened: only the last closed month can, which is %s."
              .formatted(month, company, last));
    }
    Periods.Versioned open = periods.reopen(company, month);
    events.publish(
        List.of(new PeriodReopened(head(company, open, clock.instant()), month, reason.strip())));
    return month;
  }

  private static EventHead head(CompanyCode company, Periods.Versioned of, Instant when) {
    String id = EventHead.aggregateId("ledger-period", company, of.month().toString());
    return EventHead.of(company, id, of.version(), when);
  }
}
