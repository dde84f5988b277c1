package org.millrace.bank.match;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millrace.bank.match.Choice.Sure;
import org.millrace.bank.text.Names;
import org.millrace.bank.text.Words;

/** Payments that come back: a returned direct debit or transfer opens its items again. */
final class Returns {
  private static final int DAYS = 400;
  private static final long SMALL_FEE = 2_500;

  private final Desk desk;

  Returns(Desk desk) {
    this.desk = desk;
  }

  /** What came back, and the line that had paid it. */
  record Returned(Choice choice, BankLine paidBy) {}

  Optional<Returned> find(BankLine line) {
    String text = line.remittance().text();
    boolean isReturn =
        line.remittance().isReversal() || Words.RETURN.isIn(text) || Words.REVERSAL.isIn(text);
    if (!isReturn) {
      return Optional.empty();
    }
    long amount = desk.minor.of(line.amount());
    Set<Desk.Paid> found = new LinkedHashSet<>();
    desk.numbers
        .named(line.remittance().all())
        .forEach(named -> found.addAll(desk.paymentsOf(named.item())));
    if (found.isEmpty()) {
      desk.payments().stream().filter(paid -> isSameParty(paid, line)).forEach(found::add);
    }
    return found.stream()
        .filter(paid -> comesBack(paid, line, amount))
        .min(
            Comparator.comparing((Desk.Paid paid) -> Math.abs(sum(paid) + amount))
                .thenComparing(Comparator.comparing((Desk.Paid p) -> p.line().date()).reversed()))
        .map(paid -> returned(paid, amount));
  }

  private static boolean isSameParty(Desk.Paid paid, BankLine line) {
    BankLine.Counterparty now = line.counterparty();
    BankLine.Counterparty then = paid.line().counterparty();
    return now.iban().isPresent()
            && now.iban().map(Names::iban).equals(then.iban().map(Names::iban))
        || now.name().isPresent() && now.name().map(Names::key).equals(then.name().map(Names::key));
  }

  private boolean comesBack(Desk.Paid paid, BankLine line, long amount) {
    long sum = sum(paid);
    long fee = Math.abs(amount) - Math.abs(sum);
    return Long.signum(sum) == -Long.signum(amount)
        && !line.date().isBefore(paid.line().date())
        && !line.date().isAfter(paid.line().date().plusDays(DAYS))
        && isStillPaid(paid)
        && (amount < 0 ? fee >= 0 : fee <= 0)
        && Math.abs(fee) <= Math.max(SMALL_FEE, Math.abs(sum) / 10);
  }

  /** Not given back before. */
  private static boolean isStillPaid(Desk.Paid paid) {
    return paid.parts().entrySet().stream()
        .allMatch(
            part ->
                Math.abs(part.getKey().open) + Math.abs(part.getValue())
                    <= Math.abs(part.getKey().amount));
  }

  private static long sum(Desk.Paid paid) {
    return paid.parts().values().stream().mapToLong(Long::longValue).sum();
  }

  private Returned returned(Desk.Paid paid, long amount) {
    Map<Item, Long> back = new LinkedHashMap<>();
    paid.parts().forEach((item, part) -> back.put(item, -part));
    long fee = amount + sum(paid);
    Settling settling = new Settling(back, 0, 0, 0, 0, Optional.empty(), "");
    String words = "reversal of " + paid.line().ref();
    if (fee != 0) {
      settling =
          settling.with(
              new Match.Expense(
                  Optional.empty(),
                  desk.minor.money(fee),
                  desk.minor.money(0),
                  Optional.empty(),
                  Optional.empty()));
      words += " and fee";
    }
    return new Returned(Choice.of(settling, MatchReason.RETURNED, words, Sure.ASK), paid.line());
  }

  /** The earlier one of these lines that the bank itself takes back by this one. */
  static Optional<BankLine> takenBack(BankLine line, List<BankLine> earlier) {
    boolean isReversal =
        line.remittance().isReversal() || Words.REVERSAL.isIn(line.remittance().text());
    if (!isReversal) {
      return Optional.empty();
    }
    String words = Names.words(line.remittance().text());
    return earlier.stream()
        .filter(before -> before.amount().equals(line.amount().negated()))
        .filter(before -> !before.date().isAfter(line.date()))
        .filter(
            before ->
                before.counterparty().equals(line.counterparty())
                    || words.contains(Names.words(before.remittance().text())))
        .max(Comparator.comparing(BankLine::date));
  }
}
