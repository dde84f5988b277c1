package org.millrace.ledger.period;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.millrace.document.Step;
import org.millrace.ledger.ClosingCheck;
import org.millrace.ledger.PeriodClosed;
import org.millrace.ledger.PeriodReopened;
import org.millrace.ledger.period.PeriodStatus.Act;
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
  private final WaiveLines checklist;
  private final Events events;
  private final Clock clock;

  ClosePeriod(
      Companies companies, Periods periods, WaiveLines checklist, Events events, Clock clock) {
    this.companies = companies;
    this.periods = periods;
    this.checklist = checklist;
    this.events = events;
    this.clock = clock;
  }

  /**
   * The month, with which all before it are closed.
   *
   * @param waiver why lines of its checklist may stay open, for all that are
   */
  YearMonth close(CompanyCode company, Period period, Optional<String> waiver) {
    Company books = companies.named(company);
    YearMonth month = period.month();
    Instant now = clock.instant();
    periods.hold(company);
    refuse(Act.CLOSE, books, month, now);
    checklist.settle(books, month, waiver);
    events.publish(
        periods.close(company, month).stream()
            .map(one -> new PeriodClosed(head(company, one, now), one.month()))
            .toList());
    return month;
  }

  /** Opens the last closed month again; the one before it only after that. */
  YearMonth reopen(CompanyCode company, Period period, String reason) {
    Company books = companies.named(company);
    new Problems()
        .require(!reason.isBlank(), "reason", reason, "why the month is opened again")
        .refuse("The month cannot be reopened");
    periods.hold(company);
    YearMonth month = period.month();
    refuse(Act.REOPEN, books, month, clock.instant());
    Periods.Versioned open = periods.reopen(company, month);
    events.publish(
        List.of(new PeriodReopened(head(company, open, clock.instant()), month, reason.strip())));
    return month;
  }

  /** The months of the books, the latest first, and what can be done with each. */
  List<Month> months(CompanyCode company) {
    Company books = companies.named(company);
    PeriodStatus.Books now = booksOf(books, clock.instant());
    return periods.months(company, now.running()).stream()
        .map(
            month ->
                new Month(
                    month.month(),
                    now.of(month.month()),
                    month.closedBy(),
                    month.closedAt(),
                    now.steps(month.month())))
        .toList();
  }

  Company company(CompanyCode company) {
    return companies.named(company);
  }

  /** Where the books stand now. */
  PeriodStatus.Books books(CompanyCode company) {
    return booksOf(companies.named(company), clock.instant());
  }

  /** The first month that is not closed. */
  YearMonth firstOpen(CompanyCode company) {
    YearMonth running = booksOf(companies.named(company), clock.instant()).running();
    return periods
        .closedThrough(company)
        .map(last -> last.plusMonths(1))
        .orElseGet(
            () ->
                periods.months(company, running).stream()
                    .map(Periods.Listed::month)
                    .min(Comparator.naturalOrder())
                    .orElse(running));
  }

  ClosingLine line(CompanyCode company, YearMonth month, ClosingCheck name) {
    return checklist.line(companies.named(company), month, name);
  }

  List<Step> steps(CompanyCode company, ClosingLine line) {
    return line.steps(booksOf(companies.named(company), clock.instant()));
  }

  /** Lets a line of the checklist of an open month stay open. */
  void waive(CompanyCode company, YearMonth month, ClosingCheck name, String reason) {
    periods.hold(company);
    PeriodStatus.Books books = booksOf(companies.named(company), clock.instant());
    checklist.waive(books, line(company, month, name), reason);
  }

  /** Takes that back. */
  void withdraw(CompanyCode company, YearMonth month, ClosingCheck name) {
    periods.hold(company);
    PeriodStatus.Books books = booksOf(companies.named(company), clock.instant());
    checklist.withdraw(books, line(company, month, name));
  }

  /** A month, who closed it when, and what can be done with it. */
  record Month(
      YearMonth month,
      PeriodStatus status,
      Optional<String> closedBy,
      Optional<Instant> closedAt,
      List<Step> steps) {}

  private void refuse(Act act, Company books, YearMonth month, Instant now) {
    Refused.conflictIf(booksOf(books, now).refusal(act, month));
  }

  private PeriodStatus.Books booksOf(Company books, Instant now) {
    return new PeriodStatus.Books(
        books.code(), YearMonth.from(books.dayOf(now)), periods.closedThrough(books.code()));
  }

  private static EventHead head(CompanyCode company, Periods.Versioned of, Instant when) {
    String id = EventHead.aggregateId("ledger-period", company, of.month().toString());
    return EventHead.of(company, id, of.version(), when);
  }
}
