package org.millrace.party.company;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.party.Company;
import org.millrace.party.FiscalYear;
import org.millrace.shared.Caller;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
import org.millrace.web.BusinessTime;
import org.millrace.web.Replies;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/companies")
class CompaniesHttp {
  private final OpenBooks companies;
  private final CompaniesJdbc list;
  private final BusinessTime time;
  private final Clock clock;

  CompaniesHttp(OpenBooks companies, CompaniesJdbc list, BusinessTime time, Clock clock) {
    this.companies = companies;
    this.list = list;
    this.time = time;
    this.clock = clock;
  }

  record NewCompany(
      CompanyCode code,
      String name,
      Currency currency,
      Optional<Boolean> negativeStock,
      Optional<ZoneId> timeZone,
      Optional<LocalDate> earliestBusinessDate,
      Optional<Integer> fiscalYearStartMonth,
      Optional<Instant> occurredAt) {}

  /** What is left out stays as it is, but for the earliest business date: it falls away. */
  record Change(
      Optional<String> name,
      Optional<ZoneId> timeZone,
      Optional<LocalDate> earliestBusinessDate,
      Optional<Integer> fiscalYearStartMonth,
      Optional<Instant> occurredAt) {}

  @GetMapping
  @RequiresPermission(RequiresPermission.LOGIN)
  List<Company> all() {
    Caller caller = Caller.current();
    return list.all().stream().filter(company -> caller.knows(company.code())).toList();
  }

  @GetMapping("/{company}")
  @RequiresPermission(RequiresPermission.LOGIN)
  ResponseEntity<Company> one(@PathVariable CompanyCode company) {
    if (!Caller.current().knows(company)) {
      throw Refused.forbidden("None of your roles is for company " + company);
    }
    return Replies.ok(companies.named(company), list.version(company));
  }

  @PutMapping("/{company}")
  @RequiresPermission("company.open")
  ResponseEntity<Company> change(
      @PathVariable CompanyCode company,
      @RequestHeader("If-Match") Version expected,
      @RequestBody Change asked) {
    Company before = companies.named(company);
    Company after =
        new Company(
            company,
            asked.name().orElse(before.name()),
            before.currency(),
            before.negativeStock(),
            asked.timeZone().orElse(before.timeZone()),
            asked.earliestBusinessDate(),
            asked.fiscalYearStartMonth().orElse(before.fiscalYearStartMonth()));
    Version now = companies.change(after, expected, time.occurredAt(asked.occurredAt()));
    return Replies.ok(after, now);
  }

  @PostMapping
  @RequiresPermission("company.open")
  ResponseEntity<Company> open(@RequestBody NewCompany asked) {
    Company company =
        new Company(
            asked.code(),
            asked.name(),
            asked.currency(),
            asked.negativeStock().orElse(false),
            asked.timeZone().orElse(clock.getZone()),
            asked.earliestBusinessDate(),
            asked.fiscalYearStartMonth().orElse(FiscalYear.JANUARY));
    return Replies.created(
        companies.open(company, time.occurredAt(asked.occurredAt())), new Version(1));
  }
}
