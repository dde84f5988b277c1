package org.millrace.currency.rate;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.millrace.currency.ExchangeRate;
import org.millrace.currency.Rate;
import org.millrace.currency.RateSet;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.number.DocumentNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("currency.read")
@RequestMapping("/api/companies/{company}/currency/rates")
class RatesHttp extends DocumentEndpoints<Rate, DocumentNumber> {
  private final BusinessTime time;

  RatesHttp(Documents<Rate> rates, DocumentHistory history, BusinessTime time) {
    super(rates, history);
    this.time = time;
  }

  /** So much of one currency for one unit of another, from a day on. */
  record Setting(
      Currency fromCurrency,
      Currency toCurrency,
      LocalDate validFrom,
      ExchangeRate rate,
      Optional<String> source) {}

  @PostMapping
  @RequiresPermission("currency.write")
  ResponseEntity<DocumentAnswer<Rate>> set(
      @PathVariable CompanyCode company, @RequestBody Setting asked) {
    Rate rate =
        new Rate(
            new DocumentNumber(documents().nextNumber(company, asked.validFrom())),
            asked.fromCurrency(),
            asked.toCurrency(),
            asked.validFrom(),
            asked.rate(),
            asked.source());
    return created(
        documents().make(company, rate, time.occurredAt(Optional.empty()), RateSet::new));
  }
}
