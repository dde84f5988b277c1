package org.millrace.bank.statement;

import java.time.Instant;
import java.util.Optional;
import org.millrace.bank.BankStatement;
import org.millrace.bank.StatementNumber;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
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
@RequiresPermission("bank.read")
@RequestMapping("/api/companies/{company}/bank/statements")
class StatementsHttp extends DocumentEndpoints<BankStatement, StatementNumber> {
  private final TakeStatements take;
  private final BusinessTime time;

  StatementsHttp(
      Documents<BankStatement> statements,
      DocumentHistory history,
      TakeStatements take,
      BusinessTime time) {
    super(statements, history);
    this.take = take;
    this.time = time;
  }

  record Happening(Optional<Instant> occurredAt) {}

  /** Takes in a statement; one that does not add up is kept with its difference. */
  @PostMapping
  @RequiresPermission("bank.statement")
  ResponseEntity<DocumentAnswer<BankStatement>> take(
      @PathVariable CompanyCode company, @RequestBody NewStatement asked) {
    return created(take.take(company, asked, time.occurredAt(asked.occurredAt())));
  }

  /** Gives up a statement of which no line is booked. */
  @PostMapping("/{number}/cancel")
  @RequiresPermission("bank.statement")
  ResponseEntity<DocumentAnswer<BankStatement>> cancel(
      Versioned<BankStatement> statement, @RequestBody Happening happening) {
    return ok(take.cancel(statement, time.occurredAt(happening.occurredAt())));
  }
}
