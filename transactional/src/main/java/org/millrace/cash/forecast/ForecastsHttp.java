package org.millrace.cash.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.number.DocumentNumber;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController("cashForecastsHttp")
@RequiresPermission("cash.read")
@RequestMapping("/api/companies/{company}/cash/forecasts")
class ForecastsHttp extends DocumentEndpoints<CashForecast, DocumentNumber> {
  private final Documents<CashForecast> forecasts;
  private final CashFlows flows;
  private final Companies companies;
  private final BusinessTime time;

  ForecastsHttp(
      Documents<CashForecast> forecasts,
      DocumentHistory history,
      CashFlows flows,
      Companies companies,
      BusinessTime time) {
    super(forecasts, history);
    this.forecasts = forecasts;
    this.flows = flows;
    this.companies = companies;
    this.time = time;
  }

  /** What it is kept for. */
  record Keeping(Optional<String> note) {}

  /** Keeps the forecast of now. */
  @PostMapping
  @RequiresPermission("cash.write")
  ResponseEntity<DocumentAnswer<CashForecast>> keep(
      @PathVariable CompanyCode company, @RequestBody Keeping asked) {
    Company books = companies.named(company);
    Instant now = time.occurredAt(Optional.empty());
    LocalDate today = books.dayOf(now);
    CashForecast made =
        CashForecast.of(
            new DocumentNumber(forecasts.nextNumber(company, today)),
            today,
            asked.note(),
            books.currency(),
            flows.lines(books, today));
    return created(forecasts.make(company, made, now, CashForecastMade::new));
  }
}
