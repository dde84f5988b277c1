package org.millrace.cash.forecast;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("cash.read")
@RequestMapping("/api/companies/{company}/cash")
class CashWeeksHttp {
  private final CashFlows flows;
  private final Companies companies;
  private final BusinessTime time;

  CashWeeksHttp(CashFlows flows, Companies companies, BusinessTime time) {
    this.flows = flows;
    this.companies = companies;
    this.time = time;
  }

  /** A week of an account, and what is expected in it. */
  record Answer(@JsonUnwrapped CashWeek cashWeek, List<CashFlow> flows) {}

  /** The next thirteen weeks of each bank account. */
  @GetMapping("/weeks")
  @ListOf(CashWeek.class)
  ListAnswer<CashWeek> weeks(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    Company books = companies.named(company);
    return flows.weeks(books, today(books), ListRequest.of(query));
  }

  /** One of them by its key, with the flows behind it. */
  @GetMapping("/weeks/{key}")
  Answer week(@PathVariable CompanyCode company, @PathVariable String key) {
    Company books = companies.named(company);
    LocalDate today = today(books);
    CashWeek week =
        flows
            .weeks(books, today, ListRequest.having(Map.of("key", key)))
            .first()
            .orElseThrow(
                () ->
                    Refused.notFound(
                        "There is no week %s in the forecast. Look it up in the list."
                            .formatted(key)));
    ListRequest behind =
        new ListRequest(
            Optional.empty(),
            Map.of("account", List.of(week.account()), "week", List.of(week.week().toString())),
            Optional.empty(),
            1,
            ListRequest.LARGEST);
    return new Answer(week, flows.flows(books, today, behind).rows());
  }

  /** All that is expected in those weeks. */
  @GetMapping("/flows")
  @ListOf(CashFlow.class)
  ListAnswer<CashFlow> flows(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    Company books = companies.named(company);
    return flows.flows(books, today(books), ListRequest.of(query));
  }

  /** Forecast and books of the weeks that have passed. */
  @GetMapping("/outcomes")
  @ListOf(CashOutcome.class)
  ListAnswer<CashOutcome> outcomes(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    Company books = companies.named(company);
    return flows.outcomes(books, today(books), ListRequest.of(query));
  }

  /** One of them by its key. */
  @GetMapping("/outcomes/{key}")
  CashOutcome outcome(@PathVariable CompanyCode company, @PathVariable String key) {
    Company books = companies.named(company);
    return flows
        .outcomes(books, today(books), ListRequest.having(Map.of("key", key)))
        .first()
        .orElseThrow(
            () ->
                Refused.notFound(
                    "There is no week %s in the forecast. Look it up in the list.".formatted(key)));
  }

  private LocalDate today(Company company) {
    return company.dayOf(time.occurredAt(Optional.empty()));
  }
}
