package org.millrace.ledger.balance;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.millrace.dimension.DimensionValues;
import org.millrace.ledger.Account;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Period;
import org.millrace.web.RequiresPermission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TrialBalanceHttp {
  private final Companies companies;
  private final TrialBalances balances;
  private final Clock clock;

  TrialBalanceHttp(Companies companies, TrialBalances balances, Clock clock) {
    this.companies = companies;
    this.balances = balances;
    this.clock = clock;
  }

  /** A row as people read it. */
  record Line(
      String account,
      String accountName,
      Account.Type accountType,
      Money opening,
      Money debit,
      Money credit,
      Money closing) {}

  /** The trial balance of one company. */
  record Answer(
      CompanyCode company,
      YearMonth month,
      String currency,
      List<Line> rows,
      Money debit,
      Money credit,
      Money debitBalances,
      Money creditBalances) {}

  @GetMapping("/api/companies/{company}/ledger/trial-balance")
  @RequiresPermission("ledger.read")
  Answer at(
      @PathVariable CompanyCode company,
      @RequestParam Optional<String> month,
      @RequestParam Optional<DimensionValues> dimensions) {
    Company known = companies.named(company);
    YearMonth end =
        month
            .map(asked -> Period.of(asked).month())
            .or(() -> balances.lastMonth(known))
            .orElseGet(() -> YearMonth.from(known.dayOf(clock.instant())));
    TrialBalance at = TrialBalance.of(end, known.currency(), balances.upTo(known, end, dimensions));
    return new Answer(
        company,
        end,
        known.currency().getCurrencyCode(),
        at.rows().stream().map(TrialBalanceHttp::line).toList(),
        at.debit(),
        at.credit(),
        at.debitBalances(),
        at.creditBalances());
  }

  private static Line line(TrialBalance.Row row) {
    return new Line(
        row.account().code().value(),
        row.account().name(),
        row.account().type(),
        row.opening(),
        row.debit(),
        row.credit(),
        row.closing());
  }
}
