package org.millrace.bank.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millrace.bank.BankAccount;
import org.millrace.bank.BankStatement;
import org.millrace.bank.BankStatement.Line;
import org.millrace.bank.LineStatus;
import org.millrace.bank.StatementChanged;
import org.millrace.bank.StatementKind;
import org.millrace.bank.StatementNumber;
import org.millrace.bank.StatementStatus;
import org.millrace.bank.account.KeepAccounts;
import org.millrace.bank.statement.NewStatement.NewLine;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.shared.BusinessDates;
import org.millrace.shared.Code;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;

/** Takes in statements, each once, and cancels those taken in by mistake. */
final class TakeStatements {
  private static final int LONGEST_ID = 140;
  private static final int LONGEST_TEXT = 4_000;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_LINES = 50_000;
  private static final String TITLE = "The statement cannot be taken in";

  private final Documents<BankStatement> statements;
  private final KeepAccounts accounts;
  private final Companies companies;

  TakeStatements(Documents<BankStatement> statements, KeepAccounts accounts, Companies companies) {
    this.statements = statements;
    this.accounts = accounts;
    this.companies = companies;
  }

  /**
   * The statement as it is kept, whether it adds up or not.
   *
   * @throws Refused as invalid with each field that does not fit, as conflict when the same
   *     statement of the account is there already
   */
  Versioned<BankStatement> take(CompanyCode company, NewStatement asked, Instant occurredAt) {
    BankAccount account = accounts.meant(company, asked.account());
    String id = Code.checked("statementId", "statement", asked.statementId(), LONGEST_ID);
    Currency currency = account.currency();
    Problems problems = new Problems();
    asked
        .currency()
        .ifPresent(
            told ->
                problems.require(
                    told.equals(currency.getCurrencyCode()),
                    "currency",
                    told,
                    currency + ", as the bank account " + account.code() + " has"));
    problems.require(
        asked.lines().size() <= MOST_LINES,
        "lines",
        asked.lines().size() + " lines",
        "at most " + MOST_LINES);
    Optional<Money> opening = money("openingBalance", asked.openingBalance(), currency, problems);
    Optional<Money> closing = money("closingBalance", asked.closingBalance(), currency, problems);
    List<Line> lines = lines(asked.lines(), currency, problems);
    problems.refuse(TITLE);
    StatementKind kind = asked.kind().orElse(StatementKind.STATEMENT);
    requireNew(company, account, kind, id);
    LocalDate date =
        asked
            .statementDate()
            .or(() -> lines.stream().map(Line::date).max(LocalDate::compareTo))
            .orElseGet(() -> companies.dayOf(company, occurredAt));
    BankStatement.Told told =
        new BankStatement.Told(
            account, kind, id, date, opening, closing, text(asked.remark(), LONGEST_TEXT));
    StatementNumber number = new StatementNumber(statements.nextNumber(company, date));
    return statements.make(
        company, BankStatement.taken(number, told, lines), occurredAt, StatementChanged::new);
  }

  Versioned<BankStatement> cancel(Versioned<BankStatement> before, Instant occurredAt) {
    return statements.change(
        before, before.document().cancelled(), occurredAt, StatementChanged::new);
  }

  private void requireNew(CompanyCode company, BankAccount account, StatementKind kind, String id) {
    Map<String, String> same =
        Map.of(
            "account",
            account.code().value(),
            "statementId",
            id,
            "kind",
            kind.name().toLowerCase(Locale.ROOT));
    statements.having(company, same).stream()
        .map(Versioned::document)
        .filter(each -> each.status() != StatementStatus.CANCELLED)
        .findFirst()
        .ifPresent(
            there -> {
              throw Refused.conflict(
                  "The statement %s of the bank account %s is there already as %s."
                      .formatted(id, account.code(), there.number()));
            });
  }

  private static List<Line> lines(List<NewLine> asked, Currency currency, Problems problems) {
    List<Line> lines = new ArrayList<>();
    Set<Integer> whole = new HashSet<>();
    for (NewLine line : asked) {
      int at = lines.size() + 1;
      String field = "lines." + at + ".";
      Optional<Money> amount =
          money(field + "amount", Optional.of(line.amount()), currency, problems);
      problems.require(
          BusinessDates.isBelievable(line.date()),
          field + "date",
          line.date(),
          BusinessDates.EXPECTED);
      line.detailOf()
          .ifPresentOrElse(
              of ->
                  problems.require(
                      whole.contains(of), field + "detailOf", of, "the number of a line before it"),
              () -> whole.add(at));
      lines.add(
          new Line(
              at,
              line.pending().orElse(false) ? LineStatus.IGNORED : LineStatus.OPEN,
              line.date(),
              line.valueDate(),
              amount.orElse(Money.zero(currency)),
              text(line.text(), LONGEST_TEXT).orElse(""),
              text(line.counterpartyName(), LONGEST_NAME),
              text(line.counterpartyIban(), LONGEST_ID).map(iban -> iban.replaceAll("\\s", "")),
              text(line.reference(), LONGEST_ID),
              text(line.bankReference(), LONGEST_ID),
              line.reversal().orElse(false),
              line.detailOf(),
              Optional.empty()));
    }
    return lines;
  }

  private static Optional<Money> money(
      String field, Optional<BigDecimal> amount, Currency currency, Problems problems) {
    if (amount.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal asked = amount.get();
    int digits = Money.digits(currency);
    boolean fits =
        asked.stripTrailingZeros().scale() <= digits && asked.abs().compareTo(Money.MOST) <= 0;
    problems.require(
        fits,
        field,
        asked.toPlainString(),
        "at most " + Money.MOST + ", without fractions of the smallest coin of " + currency);
    return fits ? Optional.of(Money.of(asked, currency)) : Optional.empty();
  }

  /** Without control characters, and cut where it is longer than anything that banks send. */
  private static Optional<String> text(Optional<String> asked, int longest) {
    return asked
        .map(Code::printable)
        .filter(text -> !text.isEmpty())
        .map(text -> text.substring(0, Math.min(longest, text.length())));
  }
}
