package org.millrace.planning.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.item.ItemCode;
import org.millrace.outbox.Acting;
import org.millrace.party.Companies;
import org.millrace.planning.ForecastOverride;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;
import org.millrace.web.BusinessTime;
import org.millrace.web.Replies;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/companies/{company}/planning/forecast-overrides")
class OverridesHttp {
  private final OverrideForecast forecast;
  private final Overrides overrides;
  private final Companies companies;
  private final BusinessTime time;

  OverridesHttp(
      OverrideForecast forecast, Overrides overrides, Companies companies, BusinessTime time) {
    this.forecast = forecast;
    this.overrides = overrides;
    this.companies = companies;
    this.time = time;
  }

  /** The author is whoever sends it. */
  record Overriding(
      ItemCode item,
      Optional<LocationCode> location,
      LocalDate period,
      Quantity quantity,
      String note,
      Optional<Instant> occurredAt) {}

  record Withdrawing(
      ItemCode item,
      Optional<LocationCode> location,
      LocalDate period,
      Optional<Instant> occurredAt) {}

  @PutMapping
  @RequiresPermission("planning.write")
  ResponseEntity<ForecastOverride> override(
      @PathVariable CompanyCode company, @RequestBody Overriding overriding) {
    StoredOverride stored =
        forecast.overridden(
            company,
            new ForecastOverride(
                overriding.item(),
                overriding.location(),
                overriding.period(),
                overriding.quantity(),
                overriding.note(),
                Acting.actor(),
                time.occurredAt(overriding.occurredAt())));
    return Replies.ok(stored.override(), stored.version());
  }

  @PostMapping("/withdraw")
  @RequiresPermission("planning.write")
  ResponseEntity<ForecastOverride> withdraw(
      @PathVariable CompanyCode company, @RequestBody Withdrawing withdrawing) {
    OverriddenWeek week =
        new OverriddenWeek(withdrawing.item(), withdrawing.location(), withdrawing.period());
    Instant occurredAt = time.occurredAt(withdrawing.occurredAt());
    StoredOverride stored = forecast.withdrawn(company, week, Acting.actor(), occurredAt);
    return Replies.ok(stored.override(), stored.version());
  }

  @GetMapping
  @RequiresPermission("planning.read")
  @ListOf(ForecastOverride.class)
  ListAnswer<ForecastOverride> page(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    companies.named(company);
    return overrides.page(company, ListRequest.of(query));
  }
}
