package org.millrace.party.company;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.party.CompanyChanged;
import org.millrace.party.CompanyOpened;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;

/** Opens books, once for each code. */
final class OpenBooks implements Companies {
  private final CompaniesJdbc companies;
  private final Events events;

  OpenBooks(CompaniesJdbc companies, Events events) {
    this.companies = companies;
    this.events = events;
  }

  @Override
  public Company open(Company company, Instant occurredAt) {
    if (!companies.add(company)) {
      throw Refused.conflict(
          "Company " + company.code() + " has its books already: use it or choose another code.");
    }
    EventHead head =
        EventHead.of(company.code(), "company:" + company.code().value(), 1, occurredAt);
    events.publish(
        List.of(
            new CompanyOpened(
                head,
                company.code(),
                company.name(),
                company.currency(),
                Optional.of(company.timeZone()),
                company.earliestBusinessDate(),
                Optional.of(company.fiscalYearStartMonth()))));
    return company;
  }

  /** Takes over what is known about a company now; the new version. */
  Version change(Company company, Version expected, Instant occurredAt) {
    long actual = companies.lockedVersion(company.code());
    expected.check("Company " + company.code(), actual);
    companies.change(company);
    long next = actual + 1;
    EventHead head =
        EventHead.of(company.code(), "company:" + company.code().value(), next, occurredAt);
    events.publish(
        List.of(
            new CompanyChanged(
                head,
                company.code(),
                company.name(),
                company.currency(),
                company.timeZone(),
                company.earliestBusinessDate(),
                Optional.of(company.fiscalYearStartMonth()))));
    return new Version(next);
  }

  @Override
  public Company named(CompanyCode code) {
    return find(code)
        .orElseThrow(
            () -> Refused.notFound("There is no company " + code + ": open its books first."));
  }

  @Override
  public Optional<Company> find(CompanyCode code) {
    return companies.find(code);
  }
}
