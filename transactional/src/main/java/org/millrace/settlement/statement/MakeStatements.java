package org.millrace.settlement.statement;

import java.time.Instant;
import java.time.LocalDate;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.party.Parties;
import org.millrace.settlement.Side;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;

/** Makes statements of account as of now; one that was made stays as it was told. */
final class MakeStatements {
  private final Companies companies;
  private final Parties parties;
  private final Movements movements;
  private final Documents<AccountStatement> statements;

  MakeStatements(
      Companies companies,
      Parties parties,
      Movements movements,
      Documents<AccountStatement> statements) {
    this.companies = companies;
    this.parties = parties;
    this.movements = movements;
    this.statements = statements;
  }

  Versioned<AccountStatement> make(
      CompanyCode code, StatementsHttp.Making asked, Instant occurredAt) {
    Company company = companies.named(code);
    LocalDate today = company.dayOf(occurredAt);
    new Problems()
        .require(
            !asked.lastDay().isAfter(today),
            "lastDay",
            asked.lastDay(),
            "a day not after today " + today)
        .require(
            !asked.lastDay().isBefore(asked.firstDay()),
            "lastDay",
            asked.lastDay(),
            "a day not before " + asked.firstDay())
        .refuse("The statement of account cannot be made");
    String name = parties.named(code, asked.party()).name();
    Side side = asked.side().orElse(Side.RECEIVABLES);
    AccountStatement statement =
        AccountStatement.of(
            new AccountStatement.Asked(
                new DocumentNumber(statements.nextNumber(code, today)),
                side,
                asked.party(),
                name,
                asked.firstDay(),
                asked.lastDay()),
            movements.before(company, side, asked.party(), asked.firstDay()),
            movements.within(company, side, asked.party(), asked.firstDay(), asked.lastDay()));
    return statements.make(code, statement, occurredAt, AccountStatementMade::new);
  }
}
