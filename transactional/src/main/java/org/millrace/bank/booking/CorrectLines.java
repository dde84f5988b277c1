package org.millrace.bank.booking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.bank.BankAccount;
import org.millrace.bank.BankStatement;
import org.millrace.bank.match.Match;
import org.millrace.bank.match.MatchReason;
import org.millrace.bank.match.OpenItem;
import org.millrace.party.PartyCode;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problem;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;

/** Makes a match of what a person says. */
final class CorrectLines {
  private static final String TITLE = "The lines cannot be booked so";

  private final ProposeMatches propose;

  CorrectLines(ProposeMatches propose) {
    this.propose = propose;
  }

  /** A match that adds up to the lines. */
  Match match(CompanyCode company, BankStatement statement, Correction asked) {
    BankAccount account = propose.account(company, statement);
    Currency currency = account.currency();
    Money amount = amount(statement, asked.lines());
    Money fee = money(asked.fee(), currency);
    List<OpenItem> open = propose.open(company, account);
    List<Match.Allocation> items = new ArrayList<>();
    Money discount = Money.zero(currency);
    Money writeOff = Money.zero(currency);
    Money left = amount.plus(fee);
    int at = 0;
    for (Correction.Choice choice : asked.items().orElse(List.of())) {
      String field = "items." + ++at + ".";
      OpenItem item = named(open, choice.item(), field + "item");
      Money kept = signed(choice.discount(), item);
      Money let = signed(choice.writeOff(), item);
      Money beside = kept.plus(let);
      Money part =
          choice
              .amount()
              .map(told -> signed(Optional.of(told), item))
              .orElse(reached(item.amount(), left.plus(beside)));
      requireOpen(item, part, field + "amount");
      items.add(new Match.Allocation(item, part));
      discount = discount.plus(kept);
      writeOff = writeOff.plus(let);
      left = left.minus(part).plus(beside);
    }
    Money rest = left;
    Optional<Match.Expense> expense =
        asked
            .expenseAccount()
            .filter(unused -> !rest.isZero())
            .map(to -> expense(company, asked, to, rest, day(statement, asked)));
    Money onAccount = expense.isPresent() ? Money.zero(currency) : rest;
    Optional<String> party = party(asked, items);
    new Problems()
        .require(
            onAccount.isZero() || party.isPresent(),
            "party",
            "",
            "who has the remaining %s on account, or an expense account".formatted(onAccount))
        .refuse(TITLE);
    return new Match(
        asked.lines().stream()
            .map(line -> new LineRef(statement.number(), line).toString())
            .toList(),
        items,
        new Match.Split(discount, writeOff, fee, onAccount, expense),
        new Match.Ground(reason(items, expense), "as a person said", 1, true),
        party,
        Optional.empty());
  }

  private static MatchReason reason(List<Match.Allocation> items, Optional<Match.Expense> expense) {
    return items.isEmpty() && expense.isEmpty() ? MatchReason.ON_ACCOUNT : MatchReason.BY_HAND;
  }

  private static Optional<String> party(Correction asked, List<Match.Allocation> items) {
    return asked
        .party()
        .map(PartyCode::value)
        .or(() -> items.stream().map(each -> each.item().partner().code()).findFirst());
  }

  private static Money amount(BankStatement statement, List<Integer> lines) {
    new Problems()
        .require(!lines.isEmpty(), "lines", "none", "lines of the statement")
        .refuse(TITLE);
    Money sum = Money.zero(statement.currency());
    for (int number : lines) {
      sum =
          sum.plus(
              statement.lines().stream()
                  .filter(line -> line.line() == number)
                  .map(BankStatement.Line::amount)
                  .findFirst()
                  .orElseThrow(() -> wrong("lines", number, "a line of " + statement.number())));
    }
    return sum;
  }

  private static LocalDate day(BankStatement statement, Correction asked) {
    return statement.lines().stream()
        .filter(line -> asked.lines().contains(line.line()))
        .map(BankStatement.Line::date)
        .max(LocalDate::compareTo)
        .orElse(statement.statementDate());
  }

  private static OpenItem named(List<OpenItem> open, String text, String field) {
    List<OpenItem> found =
        open.stream()
            .filter(
                item ->
                    item.ref().equalsIgnoreCase(text.strip())
                        || item.ref().endsWith(" " + text.strip())
                        || item.number().filter(text.strip()::equals).isPresent())
            .toList();
    if (found.size() != 1) {
      throw wrong(
          field,
          text,
          found.isEmpty() ? "an open item" : "its kind before the number, as there are several");
    }
    return found.get(0);
  }

  private static void requireOpen(OpenItem item, Money part, String field) {
    boolean fits =
        part.amount().signum() * item.amount().amount().signum() > 0
            && part.amount().abs().compareTo(item.amount().amount().abs()) <= 0;
    if (!fits) {
      throw wrong(field, part.amount(), "more than 0 and at most the open " + item.amount());
    }
  }

  /** As much of an item as money reaches; what is owed the other way is settled whole. */
  private static Money reached(Money open, Money left) {
    boolean isOther = open.amount().signum() != left.amount().signum();
    return isOther || open.amount().abs().compareTo(left.amount().abs()) <= 0 ? open : left;
  }

  private static Money signed(Optional<BigDecimal> amount, OpenItem item) {
    Money money = money(amount, item.amount().currency());
    return item.amount().isNegative() ? money.negated() : money;
  }

  private static Money money(Optional<BigDecimal> amount, Currency currency) {
    Money money = Money.of(amount.orElse(BigDecimal.ZERO), currency);
    if (money.isNegative() || !money.equals(money.rounded())) {
      throw wrong(
          "amount",
          money.amount(),
          "0 or more, without fractions of the smallest coin of " + currency);
    }
    return money;
  }

  private Match.Expense expense(
      CompanyCode company, Correction asked, String account, Money amount, LocalDate day) {
    Optional<BigDecimal> percent = asked.taxCode().map(code -> propose.percent(company, code, day));
    BigDecimal rate = percent.orElse(BigDecimal.ZERO);
    int digits = Money.digits(amount.currency());
    BigDecimal tax =
        amount
            .amount()
            .multiply(rate)
            .divide(rate.add(BigDecimal.valueOf(100)), digits, RoundingMode.HALF_UP);
    return new Match.Expense(
        Optional.of(account), amount, Money.of(tax, amount.currency()), percent, asked.taxCode());
  }

  private static Refused wrong(String field, Object value, String expected) {
    return Refused.invalid(TITLE, List.of(new Problem(field, value.toString(), expected)));
  }
}
