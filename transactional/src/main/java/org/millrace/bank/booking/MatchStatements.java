package org.millrace.bank.booking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.bank.BankAccount;
import org.millrace.bank.BankBooking.DecidedBy;
import org.millrace.bank.BankStatement;
import org.millrace.bank.LineStatus;
import org.millrace.bank.StatementAct;
import org.millrace.bank.StatementChanged;
import org.millrace.bank.StatementStatus;
import org.millrace.bank.match.Match;
import org.millrace.bank.match.MatchReason;
import org.millrace.bank.rule.KeepRules;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.party.PartyCode;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;

/** What a person, or the program for him, does with the lines of a statement. */
public final class MatchStatements {
  private final Documents<BankStatement> statements;
  private final ProposeMatches propose;
  private final CorrectLines correct;
  private final BookLines book;
  private final KeepRules rules;
  private final Companies companies;

  MatchStatements(
      Documents<BankStatement> statements,
      ProposeMatches propose,
      BookLines book,
      KeepRules rules,
      Companies companies) {
    this.statements = statements;
    this.propose = propose;
    this.correct = new CorrectLines(propose);
    this.book = book;
    this.rules = rules;
    this.companies = companies;
  }

  /** What its open lines are proposed to be booked as. */
  public List<Proposal> proposals(CompanyCode company, BankStatement statement) {
    if (statement.status() != StatementStatus.OPEN) {
      return List.of();
    }
    return propose.of(company, statement).stream()
        .map(match -> Proposal.of(match, statement.currency()))
        .toList();
  }

  /** Books the proposals of these lines, as they are now. */
  public Versioned<BankStatement> accept(
      Versioned<BankStatement> before, List<Integer> lines, Instant now) {
    BankStatement statement = require(before, StatementAct.ACCEPT);
    new Problems()
        .require(!lines.isEmpty(), "lines", "none", "lines of the statement")
        .refuse("The proposals cannot be accepted");
    List<String> wanted =
        lines.stream().map(line -> new LineRef(statement.number(), line).toString()).toList();
    List<Match> matches =
        propose.of(before.company(), statement).stream()
            .filter(match -> match.lines().stream().anyMatch(wanted::contains))
            .toList();
    requireAll(statement, lines, matches);
    return booked(before, matches, DecidedBy.PERSON, now);
  }

  private static void requireAll(
      BankStatement statement, List<Integer> lines, List<Match> matches) {
    Problems problems = new Problems();
    for (int line : lines) {
      String ref = new LineRef(statement.number(), line).toString();
      problems.require(
          matches.stream().anyMatch(match -> match.lines().contains(ref)),
          "lines",
          line,
          "an open line of " + statement.number());
    }
    problems.refuse("The proposals cannot be accepted");
  }

  /** Books what may be booked without a person. */
  public Versioned<BankStatement> acceptSafe(Versioned<BankStatement> before, Instant now) {
    BankStatement statement = require(before, StatementAct.ACCEPT_SAFE);
    List<Match> safe =
        propose.of(before.company(), statement).stream()
            .filter(match -> match.ground().isSafe())
            .toList();
    return booked(before, safe, DecidedBy.PROGRAM, now);
  }

  /** Books lines as a person says, and learns from it where he says so. */
  public Versioned<BankStatement> correct(
      Versioned<BankStatement> before, Correction asked, Instant now) {
    CompanyCode company = before.company();
    BankStatement statement = require(before, StatementAct.CORRECT);
    Match match = correct.match(company, statement, asked);
    Versioned<BankStatement> after = booked(before, List.of(match), DecidedBy.PERSON, now);
    asked
        .learn()
        .filter(text -> !text.isBlank())
        .ifPresent(text -> learn(company, text, asked, match, now));
    return after;
  }

  private void learn(CompanyCode company, String text, Correction asked, Match match, Instant now) {
    boolean isExpense = match.split().expense().isPresent();
    KeepRules.Meaning meaning =
        new KeepRules.Meaning(
            text,
            isExpense ? Optional.empty() : match.partner().map(PartyCode::new),
            isExpense ? asked.expenseAccount() : Optional.empty(),
            isExpense ? asked.taxCode() : Optional.empty());
    rules.learn(company, meaning, companies.dayOf(company, now), now);
  }

  /** Lines that need no booking. */
  public Versioned<BankStatement> ignore(
      Versioned<BankStatement> before, List<Integer> lines, Instant now) {
    BankStatement statement = require(before, StatementAct.IGNORE);
    Problems problems = new Problems();
    for (int line : lines) {
      problems.require(
          statement.lines().stream()
              .anyMatch(
                  each ->
                      each.line() == line && each.isWhole() && each.status() == LineStatus.OPEN),
          "lines",
          line,
          "an open line of " + statement.number());
    }
    problems.refuse("The lines cannot be left out");
    return statements.change(before, statement.ignored(lines), now, StatementChanged::new);
  }

  private static BankStatement require(Versioned<BankStatement> before, StatementAct act) {
    BankStatement statement = before.document();
    statement.status().require(act, BankStatement.KIND.titled(statement.number()));
    return statement;
  }

  private Versioned<BankStatement> booked(
      Versioned<BankStatement> before, List<Match> matches, DecidedBy by, Instant now) {
    CompanyCode company = before.company();
    BankAccount account = propose.account(company, before.document());
    List<Match> real =
        matches.stream().filter(m -> m.ground().reason() != MatchReason.UNMATCHED).toList();
    List<Match> all = by == DecidedBy.PERSON ? matches : real;
    if (!all.isEmpty()) {
      book.book(company, account, all, new BookLines.Decision(by, now));
    }
    return statements.named(company, before.document().number());
  }
}
