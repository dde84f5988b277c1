package org.millrace.settlement.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.document.DocumentKind;
import org.millrace.document.number.DocumentNumber;
import org.millrace.party.PartyCode;
import org.millrace.settlement.ItemKind;
import org.millrace.settlement.Side;
import org.millrace.shared.Money;

/**
 * What a party owes, or is owed, from a day to another, as it was told: closing = opening + billed
 * - settled, which is its part of the control account on the last day. Opening 100, billed 50,
 * settled 120: closing 30. Amounts are in the currency of the company.
 *
 * @param billed what raised the balance
 * @param settled what lowered it, above 0
 */
record AccountStatement(
    DocumentNumber number,
    Side side,
    PartyCode party,
    String partyName,
    LocalDate firstDay,
    LocalDate lastDay,
    Money openingBalance,
    Money billed,
    Money settled,
    Money closingBalance,
    Currency currency,
    List<Line> lines) {
  /** Stored in settlement.account_statement with its lines; numbered SA-000001. */
  static final DocumentKind<AccountStatement> KIND =
      DocumentKind.of(AccountStatement.class, "settlement", "account-statement")
          .numbered("SA")
          .lines("lines", "settlement.account_statement_line", "statement")
          .searched("number", "party", "partyName", "lines.document")
          .sorted("-lastDay")
          .build();

  AccountStatement {
    lines = List.copyOf(lines);
  }

  /**
   * What moved the balance.
   *
   * @param kind what the document is; a payment also where it sets off
   * @param amount above 0 where it raised the balance
   * @param balance after it
   */
  record Line(
      int line,
      LocalDate day,
      ItemKind kind,
      String document,
      Optional<LocalDate> dueDate,
      Optional<String> reference,
      Money amount,
      Money balance) {}

  /** What moved the balance, before it is known. */
  record Movement(
      LocalDate day,
      ItemKind kind,
      String document,
      Optional<LocalDate> dueDate,
      Optional<String> reference,
      Money amount) {}

  /** Of whom and from when to when. */
  record Asked(
      DocumentNumber number,
      Side side,
      PartyCode party,
      String partyName,
      LocalDate firstDay,
      LocalDate lastDay) {}

  /** The statement of these movements, which are in their order. */
  static AccountStatement of(Asked asked, Money opening, List<Movement> movements) {
    Money balance = opening;
    Money billed = Money.zero(opening.currency());
    Money settled = billed;
    List<Line> lines = new ArrayList<>();
    for (Movement each : movements) {
      balance = balance.plus(each.amount());
      if (each.amount().isNegative()) {
        settled = settled.minus(each.amount());
      } else {
        billed = billed.plus(each.amount());
      }
      lines.add(
          new Line(
              lines.size() + 1,
              each.day(),
              each.kind(),
              each.document(),
              each.dueDate(),
              each.reference(),
              each.amount(),
              balance));
    }
    return new AccountStatement(
        asked.number(),
        asked.side(),
        asked.party(),
        asked.partyName(),
        asked.firstDay(),
        asked.lastDay(),
        opening,
        billed,
        settled,
        balance,
        opening.currency(),
        lines);
  }
}
