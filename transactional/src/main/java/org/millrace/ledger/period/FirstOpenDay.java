package org.millrace.ledger.period;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.OpenPeriods;

/** Finds the first open day from the closed months. */
final class FirstOpenDay implements OpenPeriods {
  private final Periods periods;

  FirstOpenDay(Periods periods) {
    this.periods = periods;
  }

  @Override
  public Instant openFrom(CompanyCode company, Instant moment) {
    Set<YearMonth> closed =
        periods.closed(company).stream().map(Periods.Closed::month).collect(Collectors.toSet());
    YearMonth month = YearMonth.from(moment.atOffset(ZoneOffset.UTC));
    if (!closed.contains(month)) {
      return moment;
    }
    while (closed.contains(month)) {
      month = month.plusMonths(1);
    }
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
