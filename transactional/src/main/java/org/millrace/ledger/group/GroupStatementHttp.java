package org.millrace.ledger.group;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.currency.ExchangeRate;
import org.millrace.currency.Rates;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.shared.Caller;
import org.millrace.shared.CompanyCode;
import org.millrace.web.RequiresPermission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class GroupStatementHttp {
  private static final String READ = "ledger.read";

  private final Companies companies;
  private final GroupBooksJdbc books;
  private final Rates rates;
  private final Clock clock;

  GroupStatementHttp(Companies companies, GroupBooksJdbc books, Rates rates, Clock clock) {
    this.companies = companies;
    this.books = books;
    this.rates = rates;
    this.clock = clock;
  }

  /** The statement of a group in the currency of its first company. */
  record Answer(
      LocalDate date,
      Currency currency,
      List<CompanyCode> companies,
      List<GroupStatement.Row> rows,
      Map<String, BigDecimal> translation,
      List<GroupStatement.Mismatch> mismatches) {}

  private record Day(Currency currency, LocalDate day) {}

  /**
   * The books of the company and of others together, at the rates that the company keeps, until
   * that day, today when none is named.
   */
  @GetMapping("/api/companies/{company}/ledger/group/statement")
  @RequiresPermission(READ)
  Answer at(
      @PathVariable CompanyCode company,
      @RequestParam List<CompanyCode> with,
      @RequestParam Optional<LocalDate> to) {
    List<CompanyCode> group = new ArrayList<>(List.of(company));
    with.stream().filter(each -> !group.contains(each)).forEach(group::add);
    group.forEach(each -> Caller.current().require(each, READ));
    Company first = companies.named(company);
    LocalDate day = to.orElseGet(() -> first.dayOf(clock.instant()));
    Map<Day, ExchangeRate> asked = new HashMap<>();
    GroupStatement.Consolidated statement =
        new GroupStatement(
                first.currency(),
                day,
                (from, on) ->
                    asked.computeIfAbsent(
                        new Day(from, on),
                        wanted ->
                            rates.rate(company, new Rates.Wanted(from, first.currency(), on))))
            .of(
                group.stream()
                    .map(each -> books.member(companies.named(each), group, day))
                    .toList());
    return new Answer(
        day,
        first.currency(),
        group,
        statement.rows(),
        statement.translation(),
        statement.mismatches());
  }
}
