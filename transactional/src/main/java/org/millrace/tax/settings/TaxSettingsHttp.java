package org.millrace.tax.settings;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Version;
import org.millrace.tax.TaxRounding;
import org.millrace.tax.TaxSettings;
import org.millrace.web.BusinessTime;
import org.millrace.web.Replies;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/companies/{company}/tax/settings")
class TaxSettingsHttp {
  private final SetTaxSettings set;
  private final TaxSettingsJdbc settings;
  private final Companies companies;
  private final BusinessTime time;

  TaxSettingsHttp(
      SetTaxSettings set, TaxSettingsJdbc settings, Companies companies, BusinessTime time) {
    this.set = set;
    this.settings = settings;
    this.companies = companies;
    this.time = time;
  }

  record Setting(
      TaxRounding rounding, @Amount Optional<BigDecimal> roundTo, Optional<Instant> occurredAt) {}

  /** Their version is 0 until somebody sets them. */
  @GetMapping
  @RequiresPermission("tax.read")
  ResponseEntity<TaxSettings> settings(@PathVariable CompanyCode company) {
    companies.named(company);
    return reply(settings.stored(company));
  }

  @PutMapping
  @RequiresPermission("tax.write")
  ResponseEntity<TaxSettings> set(
      @PathVariable CompanyCode company,
      @RequestHeader(value = "If-Match", required = false) Optional<Version> expected,
      @RequestBody Setting setting) {
    companies.named(company);
    return reply(
        set.set(
            company,
            new TaxSettings(setting.rounding(), setting.roundTo()),
            expected,
            time.occurredAt(setting.occurredAt())));
  }

  private static ResponseEntity<TaxSettings> reply(StoredTaxSettings stored) {
    return Replies.ok(stored.settings(), stored.version());
  }
}
