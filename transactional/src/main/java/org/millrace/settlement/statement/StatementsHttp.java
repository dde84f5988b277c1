package org.millrace.settlement.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.number.DocumentNumber;
import org.millrace.party.PartyCode;
import org.millrace.settlement.Side;
import org.millrace.shared.CompanyCode;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController("accountStatementsHttp")
@RequiresPermission("settlement.read")
@RequestMapping("/api/companies/{company}/settlement/account-statements")
class StatementsHttp extends DocumentEndpoints<AccountStatement, DocumentNumber> {
  private final MakeStatements make;
  private final BusinessTime time;

  StatementsHttp(
      Documents<AccountStatement> statements,
      DocumentHistory history,
      MakeStatements make,
      BusinessTime time) {
    super(statements, history);
    this.make = make;
    this.time = time;
  }

  /** Of which party, from when to when; of receivables when no side is named. */
  record Making(
      PartyCode party,
      Optional<Side> side,
      LocalDate firstDay,
      LocalDate lastDay,
      Optional<Instant> occurredAt) {}

  @PostMapping
  @RequiresPermission("settlement.write")
  ResponseEntity<DocumentAnswer<AccountStatement>> make(
      @PathVariable CompanyCode company, @RequestBody Making asked) {
    return created(make.make(company, asked, time.occurredAt(asked.occurredAt())));
  }
}
