package org.millrace.ledger.period;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.millrace.ledger.PeriodClosed;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Period;
import org.millrace.shared.Refused;

/** Closes a month that is over: from then on nothing is posted into it. */
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

  PeriodClosed close(CompanyCode company, Period period) {
    Company books = companies.named(company);
    YearMonth month = period.month();
    Instant now = clock.instant();
    YearMonth running = YearMonth.from(books.dayOf(now));
    if (!month.isBefore(running)) {
      throw Refused.conflict(
          "%s of %s is not over yet. The last month that can be closed is %s."
              .formatted(month, company, running.minusMonths(1)));
    }
    if (!periods.close(company, month)) {
      throw Refused.conflict("%s of %s is closed already.".formatted(month, company));
    }
    String id = EventHead.aggregateId("ledger-period", company, month.toString());
    PeriodClosed closed = new PeriodClosed(EventHead.of(company, id, 1, now), month);
    events.publish(List.of(closed));
    return closed;
  }
}
