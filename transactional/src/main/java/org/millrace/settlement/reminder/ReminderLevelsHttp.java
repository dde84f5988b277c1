package org.millrace.settlement.reminder;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.ItemCode;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.tax.TaxCodeName;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("settlement.read")
@RequestMapping("/api/companies/{company}/settlement/reminder-levels")
class ReminderLevelsHttp extends DocumentEndpoints<ReminderLevel, ReminderLevelCode> {
  private final Documents<ReminderLevel> levels;
  private final Companies companies;
  private final BusinessTime time;

  ReminderLevelsHttp(
      Documents<ReminderLevel> levels,
      DocumentHistory history,
      Companies companies,
      BusinessTime time) {
    super(levels, history);
    this.levels = levels;
    this.companies = companies;
    this.time = time;
  }

  /** Without a fee when none is named. */
  record NewLevel(
      ReminderLevelCode code,
      int daysLate,
      @Amount Optional<BigDecimal> fee,
      Optional<ItemCode> feeItem,
      Optional<TaxCodeName> taxCode,
      List<ReminderLevel.Said> texts,
      Optional<Instant> occurredAt) {
    ReminderLevel level(Currency currency) {
      return new ReminderLevel(
          code, daysLate, money(fee, currency), feeItem, taxCode, currency, texts);
    }
  }

  /** The code stays. */
  record Change(
      int daysLate,
      @Amount Optional<BigDecimal> fee,
      Optional<ItemCode> feeItem,
      Optional<TaxCodeName> taxCode,
      List<ReminderLevel.Said> texts,
      Optional<Instant> occurredAt) {
    ReminderLevel of(ReminderLevel before) {
      Currency currency = before.currency();
      return new ReminderLevel(
          before.code(), daysLate, money(fee, currency), feeItem, taxCode, currency, texts);
    }
  }

  private static Money money(Optional<BigDecimal> amount, Currency currency) {
    return Money.of(amount.orElse(BigDecimal.ZERO), currency);
  }

  @PostMapping
  @RequiresPermission("settlement.remind")
  ResponseEntity<DocumentAnswer<ReminderLevel>> add(
      @PathVariable CompanyCode company, @RequestBody NewLevel asked) {
    ReminderLevel level = asked.level(companies.named(company).currency());
    Instant occurredAt = time.occurredAt(asked.occurredAt());
    return created(levels.make(company, level, occurredAt, ReminderLevelChanged::new));
  }

  @PutMapping("/{number}")
  @RequiresPermission("settlement.remind")
  ResponseEntity<DocumentAnswer<ReminderLevel>> change(
      Versioned<ReminderLevel> before, @RequestBody Change asked) {
    return ok(
        levels.change(
            before,
            asked.of(before.document()),
            time.occurredAt(asked.occurredAt()),
            ReminderLevelChanged::new));
  }
}
