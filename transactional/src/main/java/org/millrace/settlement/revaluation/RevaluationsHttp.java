package org.millrace.settlement.revaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.currency.ExchangeRate;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.number.DocumentNumber;
import org.millrace.settlement.Revaluation;
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
@RequiresPermission("settlement.read")
@RequestMapping("/api/companies/{company}/currency/revaluations")
class RevaluationsHttp extends DocumentEndpoints<Revaluation, DocumentNumber> {
  private final RevalueItems revalue;
  private final BusinessTime time;

  RevaluationsHttp(
      Documents<Revaluation> revaluations,
      DocumentHistory history,
      RevalueItems revalue,
      BusinessTime time) {
    super(revaluations, history);
    this.revalue = revalue;
    this.time = time;
  }

  /** The closing day, and rates into the currency of the company where those of the day are not. */
  record Revaluing(LocalDate date, Optional<List<Closing>> rates) {
    Map<Currency, ExchangeRate> asked() {
      return rates.orElse(List.of()).stream()
          .collect(Collectors.toMap(Closing::currency, Closing::rate, (a, b) -> b));
    }
  }

  /** A closing rate. */
  record Closing(Currency currency, ExchangeRate rate) {}

  /** What would be booked. */
  record Preview(LocalDate date, List<Revaluation.Line> lines) {}

  @PostMapping
  @RequiresPermission("settlement.revalue")
  ResponseEntity<DocumentAnswer<Revaluation>> post(
      @PathVariable CompanyCode company, @RequestBody Revaluing asked) {
    return created(revalue.post(company, asked.date(), asked.asked(), now()));
  }

  /** What it would book, line by line; nothing is booked. */
  @PostMapping("/preview")
  @RequiresPermission("settlement.revalue")
  Preview preview(@PathVariable CompanyCode company, @RequestBody Revaluing asked) {
    return new Preview(asked.date(), revalue.lines(company, asked.date(), asked.asked(), now()));
  }

  private Instant now() {
    return time.occurredAt(Optional.empty());
  }
}
