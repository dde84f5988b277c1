package org.millrace.cash.forecast;

import java.time.LocalDate;
import java.util.List;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.party.Company;

/** What is expected from a day on, in thirteen weeks. */
interface CashFlows {
  /** How many weeks are looked ahead. */
  int WEEKS = 13;

  /** The weeks of each account. */
  ListAnswer<CashWeek> weeks(Company company, LocalDate today, ListRequest request);

  /** The flows behind them. */
  ListAnswer<CashFlow> flows(Company company, LocalDate today, ListRequest request);

  /** All weeks, in the order of accounts and weeks. */
  List<CashForecast.Line> lines(Company company, LocalDate today);

  /** What came of the weeks that have passed, of forecasts that were kept. */
  ListAnswer<CashOutcome> outcomes(Company company, LocalDate today, ListRequest request);
}
