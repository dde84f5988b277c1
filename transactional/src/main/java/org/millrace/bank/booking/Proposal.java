package org.millrace.bank.booking;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.bank.match.Match;
import org.millrace.bank.match.MatchReason;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;

/**
 * What lines of a statement are proposed to be booked as. Their amount = items - discount -
 * writeOff - fee + onAccount + expense.
 *
 * @param lines of this statement, or with the number of another before them
 * @param party code of who has something on account
 * @param alternatives how many choices add up
 * @param safe whether it may be booked without a person
 * @param linked the line that is repeated or taken back
 */
public record Proposal(
    List<String> lines,
    List<Item> items,
    @Amount(in = "currency") Money discount,
    @Amount(in = "currency") Money writeOff,
    @Amount(in = "currency") Money fee,
    @Amount(in = "currency") Money onAccount,
    Optional<String> party,
    Optional<String> expenseAccount,
    @Amount(in = "currency") Money expense,
    @Amount(in = "currency") Money expenseTax,
    MatchReason reason,
    String words,
    int alternatives,
    boolean safe,
    Optional<String> linked,
    Currency currency) {
  public Proposal {
    lines = List.copyOf(lines);
    items = List.copyOf(items);
  }

  /** So much of an open item; {@code called} is the number that the partner knows. */
  public record Item(
      String item,
      String called,
      String party,
      String partyName,
      LocalDate dueDate,
      @Amount(in = "currency") Money openAmount,
      @Amount(in = "currency") Money amount) {}

  static Proposal of(Match match, Currency currency) {
    Money zero = Money.zero(currency);
    Optional<Match.Expense> expense = match.split().expense();
    return new Proposal(
        match.lines(),
        match.items().stream()
            .map(
                each ->
                    new Item(
                        each.item().ref(),
                        each.item().number().orElse(each.item().ref()),
                        each.item().partner().code(),
                        each.item().partner().name(),
                        each.item().due(),
                        each.item().amount(),
                        each.amount()))
            .toList(),
        match.split().discount(),
        match.split().writeOff(),
        match.split().fee(),
        match.split().onAccount(),
        match.partner(),
        expense.flatMap(Match.Expense::account),
        expense.map(Match.Expense::amount).orElse(zero),
        expense.map(Match.Expense::tax).orElse(zero),
        match.ground().reason(),
        match.ground().words(),
        match.ground().alternatives(),
        match.ground().isSafe(),
        match.linked(),
        currency);
  }
}
