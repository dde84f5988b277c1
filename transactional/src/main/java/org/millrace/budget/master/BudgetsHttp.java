package org.millrace.budget.master;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.budget.Budget;
import org.millrace.budget.BudgetCode;
import org.millrace.dimension.DimensionValue;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.ledger.AccountCode;
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
@RequiresPermission("budget.read")
@RequestMapping("/api/companies/{company}/budget/budgets")
class BudgetsHttp extends DocumentEndpoints<Budget, BudgetCode> {
  private final KeepBudgets keep;
  private final Companies companies;
  private final BusinessTime time;

  BudgetsHttp(
      Documents<Budget> stored,
      DocumentHistory history,
      KeepBudgets keep,
      Companies companies,
      BusinessTime time) {
    super(stored, history);
    this.keep = keep;
    this.companies = companies;
    this.time = time;
  }

  /** An amount of a month, which its first day names. */
  record NewLine(
      AccountCode account,
      Optional<DimensionValue> costCentre,
      LocalDate month,
      @Amount BigDecimal amount) {
    Budget.Line line(Currency currency) {
      return new Budget.Line(account, costCentre, month, Money.of(amount, currency));
    }
  }

  /** Active, month by month and with a warning where nothing else is said. */
  record NewBudget(
      BudgetCode code,
      String name,
      Optional<Budget.Control> control,
      Optional<Budget.Span> span,
      List<NewLine> lines,
      Optional<Instant> occurredAt) {
    Budget budget(Currency currency) {
      return new Budget(
          code,
          name,
          control.orElse(Budget.Control.WARN),
          span.orElse(Budget.Span.MONTH),
          true,
          currency,
          lines.stream().map(line -> line.line(currency)).toList());
    }
  }

  record Change(
      String name,
      Budget.Control control,
      Budget.Span span,
      boolean active,
      List<NewLine> lines,
      Optional<Instant> occurredAt) {
    Budget of(Budget before) {
      return new Budget(
          before.code(),
          name,
          control,
          span,
          active,
          before.currency(),
          lines.stream().map(line -> line.line(before.currency())).toList());
    }
  }

  @PostMapping
  @RequiresPermission("budget.write")
  ResponseEntity<DocumentAnswer<Budget>> add(
      @PathVariable CompanyCode company, @RequestBody NewBudget asked) {
    Budget budget = asked.budget(companies.named(company).currency());
    return created(keep.add(company, budget, time.occurredAt(asked.occurredAt())));
  }

  @PutMapping("/{number}")
  @RequiresPermission("budget.write")
  ResponseEntity<DocumentAnswer<Budget>> change(
      Versioned<Budget> budget, @RequestBody Change asked) {
    return ok(
        keep.change(budget, asked.of(budget.document()), time.occurredAt(asked.occurredAt())));
  }
}
