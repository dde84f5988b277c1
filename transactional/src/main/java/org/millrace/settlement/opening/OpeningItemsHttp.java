package org.millrace.settlement.opening;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.millrace.currency.ExchangeRate;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.document.reversal.Reversal;
import org.millrace.document.together.MadeTogether;
import org.millrace.party.PartyCode;
import org.millrace.settlement.OpeningItem;
import org.millrace.settlement.Side;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money.Amount;
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
@RequestMapping("/api/companies/{company}/settlement/opening-items")
class OpeningItemsHttp extends DocumentEndpoints<OpeningItem, DocumentNumber> {
  private final TakeOverItems takeOver;
  private final BusinessTime time;

  OpeningItemsHttp(
      Documents<OpeningItem> items,
      DocumentHistory history,
      TakeOverItems takeOver,
      BusinessTime time) {
    super(items, history);
    this.takeOver = takeOver;
    this.time = time;
  }

  /**
   * What is open elsewhere when the books begin: above 0 as usual for the side, an invoice of a
   * customer or a supplier; below 0 the other way, such as a credit note. A foreign one is worth
   * what the rate says, else that of the day of posting, or the home amount.
   */
  record TakingOver(
      Side side,
      PartyCode party,
      String sourceNumber,
      LocalDate itemDate,
      Optional<LocalDate> dueDate,
      @Amount(in = "currency") BigDecimal amount,
      Optional<Currency> currency,
      Optional<ExchangeRate> rate,
      @Amount Optional<BigDecimal> homeAmount,
      Optional<String> reference,
      Optional<LocalDate> date,
      Optional<Instant> occurredAt) {}

  @PostMapping
  @RequiresPermission("settlement.open")
  @MadeTogether
  ResponseEntity<DocumentAnswer<OpeningItem>> takeOver(
      @PathVariable CompanyCode company, @RequestBody TakingOver asked) {
    Instant moment = time.occurredAt(asked.date(), asked.occurredAt());
    return created(takeOver.take(company, asked, moment));
  }

  /** Takes it back while nothing of it is settled. */
  @PostMapping("/{number}/reverse")
  @RequiresPermission("settlement.open")
  ResponseEntity<DocumentAnswer<OpeningItem>> reverse(
      Versioned<OpeningItem> item, @RequestBody Reversal asked) {
    return ok(takeOver.reverse(item, asked, time.occurredAt(Optional.empty())));
  }
}
