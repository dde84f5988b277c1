package org.millrace.ledger.period;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.millrace.document.Step;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.party.Company;
import org.millrace.party.FiscalYear;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Period;
import org.millrace.shared.Refused;
import org.millrace.web.RequiresPermission;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/companies/{company}/ledger/fiscal-years")
class FiscalYearsHttp {
  private final ClosePeriod closePeriod;
  private final FiscalYearsJdbc years;

  FiscalYearsHttp(ClosePeriod closePeriod, FiscalYearsJdbc years) {
    this.closePeriod = closePeriod;
    this.years = years;
  }

  /** A year with its months and what can be done with it. */
  record Shown(
      String firstMonth,
      String lastMonth,
      String name,
      PeriodStatus status,
      Money revenue,
      Money expense,
      Money result,
      Money earlierResults,
      List<ClosePeriod.Month> months,
      List<Step> steps) {}

  @GetMapping
  @RequiresPermission("ledger.read")
  @ListOf(ListedFiscalYear.class)
  ListAnswer<ListedFiscalYear> list(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    return years.page(
        closePeriod.company(company), closePeriod.books(company), ListRequest.of(query));
  }

  @GetMapping("/{firstMonth}")
  @RequiresPermission("ledger.read")
  Shown one(@PathVariable CompanyCode company, @PathVariable String firstMonth) {
    PeriodStatus.Books books = closePeriod.books(company);
    ListedFiscalYear found = found(company, firstMonth);
    FiscalYear year = new FiscalYear(YearMonth.parse(found.firstMonth()));
    return new Shown(
        found.firstMonth(),
        found.lastMonth(),
        found.name(),
        found.status(),
        found.revenue(),
        found.expense(),
        found.result(),
        found.earlierResults(),
        closePeriod.months(company).stream()
            .filter(month -> !month.month().isBefore(year.firstMonth()))
            .filter(month -> !month.month().isAfter(year.lastMonth()))
            .toList(),
        books.steps(year.lastMonth()));
  }

  /** Closes the last month of the year, and with it all before. */
  @PostMapping("/{firstMonth}/close")
  @RequiresPermission("ledger.close")
  Shown close(
      @PathVariable CompanyCode company,
      @PathVariable String firstMonth,
      @RequestBody(required = false) Optional<PeriodsHttp.Closing> asked) {
    closePeriod.close(
        company, last(company, firstMonth), asked.flatMap(PeriodsHttp.Closing::waiver));
    return one(company, firstMonth);
  }

  /** Opens the last month of the year again, if nothing after it is closed. */
  @PostMapping("/{firstMonth}/reopen")
  @RequiresPermission("ledger.reopen")
  Shown reopen(
      @PathVariable CompanyCode company,
      @PathVariable String firstMonth,
      @RequestBody PeriodsHttp.Reopening asked) {
    closePeriod.reopen(company, last(company, firstMonth), asked.reason());
    return one(company, firstMonth);
  }

  private Period last(CompanyCode company, String firstMonth) {
    return Period.of(found(company, firstMonth).lastMonth());
  }

  private ListedFiscalYear found(CompanyCode company, String firstMonth) {
    Company books = closePeriod.company(company);
    return years
        .find(books, closePeriod.books(company), Period.of(firstMonth).month())
        .orElseThrow(
            () ->
                Refused.notFound(
                    "No fiscal year of %s begins with %s: its years begin with month %d, from the"
                            .formatted(company, firstMonth, books.fiscalYearStartMonth())
                        + " first entry to today."));
  }
}
