package org.millrace.party.company;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.party.Companies;
import org.millrace.party.Company;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/companies")
class CompaniesHttp {
  private final Companies companies;
  private final CompaniesJdbc list;
  private final BusinessTime time;

  CompaniesHttp(Companies companies, CompaniesJdbc list, BusinessTime time) {
    this.companies = companies;
    this.list = list;
    this.time = time;
  }

  record NewCompany(
      CompanyCode code,
      String name,
      Currency currency,
      Optional<Boolean> negativeStock,
      Optional<Instant> occurredAt) {}

  @GetMapping
  @RequiresPermission(RequiresPermission.LOGIN)
  List<Company> all() {
    Caller caller = Caller.current();
    return list.all().stream().filter(company -> caller.knows(company.code())).toList();
  }

  @GetMapping("/{company}")
  @RequiresPermission(RequiresPermission.LOGIN)
  Company one(@PathVariable CompanyCode company) {
    if (!Caller.current().knows(company)) {
      throw Refused.forbidden("None of your roles is for company " + company);
    }
    return companies.named(company);
  }

  @PostMapping
  @RequiresPermission("company.open")
  ResponseEntity<Company> open(@RequestBody NewCompany asked) {
    Company company =
        new Company(
            asked.code(), asked.name(), asked.currency(), asked.negativeStock().orElse(false));
    return Replies.created(
        companies.open(company, time.occurredAt(asked.occurredAt())), new Version(1));
  }
}
