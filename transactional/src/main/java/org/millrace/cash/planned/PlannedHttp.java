package org.millrace.cash.planned;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.millrace.cash.planned.PlannedCash.CashDirection;
import org.millrace.cash.planned.PlannedCash.Rhythm;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
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
@RequiresPermission("cash.read")
@RequestMapping("/api/companies/{company}/cash/planned")
class PlannedHttp extends DocumentEndpoints<PlannedCash, DocumentNumber> {
  private final Documents<PlannedCash> planned;
  private final BankAccountsJdbc accounts;
  private final Companies companies;
  private final BusinessTime time;

  PlannedHttp(
      Documents<PlannedCash> planned,
      DocumentHistory history,
      BankAccountsJdbc accounts,
      Companies companies,
      BusinessTime time) {
    super(planned, history);
    this.planned = planned;
    this.accounts = accounts;
    this.companies = companies;
    this.time = time;
  }

  /** Once when no rhythm is named; in the currency of the company. */
  record Planning(
      String text,
      CashDirection direction,
      @Amount BigDecimal amount,
      Optional<String> account,
      LocalDate firstDate,
      Optional<Rhythm> every,
      Optional<LocalDate> lastDate,
      Optional<Instant> occurredAt) {
    PlannedCash of(DocumentNumber number, Currency currency) {
      return new PlannedCash(
          number,
          PlannedStatus.ACTIVE,
          text,
          direction,
          Money.of(amount, currency),
          currency,
          account,
          firstDate,
          every.orElse(Rhythm.ONCE),
          lastDate);
    }
  }

  /** When. */
  record Ending(Optional<Instant> occurredAt) {}

  @PostMapping
  @RequiresPermission("cash.write")
  ResponseEntity<DocumentAnswer<PlannedCash>> plan(
      @PathVariable CompanyCode company, @RequestBody Planning asked) {
    accounts.require(company, asked.account());
    Instant occurredAt = time.occurredAt(asked.occurredAt());
    DocumentNumber number =
        new DocumentNumber(planned.nextNumber(company, companies.dayOf(company, occurredAt)));
    PlannedCash made = asked.of(number, companies.named(company).currency());
    return created(planned.make(company, made, occurredAt, PlannedCashChanged::new));
  }

  @PutMapping("/{number}")
  @RequiresPermission("cash.write")
  ResponseEntity<DocumentAnswer<PlannedCash>> change(
      Versioned<PlannedCash> before, @RequestBody Planning asked) {
    accounts.require(before.company(), asked.account());
    PlannedCash was = before.document();
    PlannedCash after = was.changed(asked.of(was.number(), was.currency()));
    Instant occurredAt = time.occurredAt(asked.occurredAt());
    return ok(planned.change(before, after, occurredAt, PlannedCashChanged::new));
  }

  @PostMapping("/{number}/end")
  @RequiresPermission("cash.write")
  ResponseEntity<DocumentAnswer<PlannedCash>> end(
      Versioned<PlannedCash> before, @RequestBody Ending asked) {
    Instant occurredAt = time.occurredAt(asked.occurredAt());
    return ok(
        planned.change(before, before.document().ended(), occurredAt, PlannedCashChanged::new));
  }
}
