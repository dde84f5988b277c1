package org.millrace.ledger.period;

import java.time.Instant;
import java.time.YearMonth;
import java.util.function.Function;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.OpenPeriods;

/** Finds the first open day after the last closed month. */
final class FirstOpenDay implements OpenPeriods {
  private final Function<CompanyCode, Company> companies;
  private final Periods periods;

  FirstOpenDay(Function<CompanyCode, Company> companies, Periods periods) {
    this.companies = companies;
    this.periods = periods;
  }

  @Override
  public Instant openFrom(CompanyCode company, Instant moment) {
    Company books = companies.apply(company);
    YearMonth month = YearMonth.from(books.dayOf(moment));
    return periods
        .closedThrough(company)
        .filter(last -> !month.isAfter(last))
        .map(last -> books.startOf(last.plusMonths(1).atDay(1)))
        .orElse(moment);
  }
}
