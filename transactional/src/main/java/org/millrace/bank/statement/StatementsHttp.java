package org.millrace.bank.statement;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.bank.BankStatement;
import org.millrace.bank.StatementNumber;
import org.millrace.bank.booking.Correction;
import org.millrace.bank.booking.MatchStatements;
import org.millrace.bank.booking.Proposal;
import org.millrace.document.DetailedEndpoints;
import org.millrace.document.DocumentAnswer;
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
class StatementsHttp
    extends DetailedEndpoints<BankStatement, StatementNumber, StatementsHttp.WithProposals> {
  private final TakeStatements take;
  private final MatchStatements match;
  private final BusinessTime time;

  StatementsHttp(
      Documents<BankStatement> statements,
      DocumentHistory history,
      TakeStatements take,
      MatchStatements match,
      BusinessTime time) {
    super(statements, history);
    this.take = take;
    this.match = match;
    this.time = time;
  }

  /** A statement with what its open lines are proposed to be booked as. */
  record WithProposals(@JsonUnwrapped BankStatement statement, List<Proposal> proposals) {}

  record Happening(Optional<Instant> occurredAt) {}

  /** Numbers of lines of the statement. */
  record OfLines(List<Integer> lines, Optional<Instant> occurredAt) {}

  @Override
  protected WithProposals shown(Versioned<BankStatement> stored) {
    BankStatement statement = stored.document();
    return new WithProposals(statement, match.proposals(stored.company(), statement));
  }

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

  /** Books all proposals that need no person. */
  @PostMapping("/{number}/accept-safe")
  @RequiresPermission("bank.statement")
  ResponseEntity<DocumentAnswer<BankStatement>> acceptSafe(
      Versioned<BankStatement> statement, @RequestBody Happening happening) {
    return ok(match.acceptSafe(statement, time.occurredAt(happening.occurredAt())));
  }

  /** Books the proposals of these lines. */
  @PostMapping("/{number}/accept")
  @RequiresPermission("bank.statement")
  ResponseEntity<DocumentAnswer<BankStatement>> accept(
      Versioned<BankStatement> statement, @RequestBody OfLines asked) {
    return ok(match.accept(statement, asked.lines(), time.occurredAt(asked.occurredAt())));
  }

  /** Books lines as a person says. */
  @PostMapping("/{number}/correct")
  @RequiresPermission("bank.statement")
  ResponseEntity<DocumentAnswer<BankStatement>> correct(
      Versioned<BankStatement> statement, @RequestBody Correction asked) {
    return ok(match.correct(statement, asked, time.occurredAt(Optional.empty())));
  }

  /** Lines that need no booking. */
  @PostMapping("/{number}/ignore")
  @RequiresPermission("bank.statement")
  ResponseEntity<DocumentAnswer<BankStatement>> ignore(
      Versioned<BankStatement> statement, @RequestBody OfLines asked) {
    return ok(match.ignore(statement, asked.lines(), time.occurredAt(asked.occurredAt())));
  }
}
