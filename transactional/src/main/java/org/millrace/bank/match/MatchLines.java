package org.millrace.bank.match;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.bank.amount.Minor;
import org.millrace.bank.match.Choice.Sure;
import org.millrace.bank.text.Names;
import org.millrace.shared.Money;

/**
 * Matches lines of a statement with open items: each line by what is surest (its details, a number
 * or reference, what it takes back, a rule on its text), then those left by who paid and how much,
 * then several lines together, then sums and amounts that nobody signs. Every amount is exact; no
 * item is settled beyond what is open, and no line twice.
 */
public final class MatchLines {
  private final Desk desk;
  private final ByNumber byNumber;
  private final ByPartner byPartner;
  private final Returns returns;
  private final Runs runs;
  private final Map<String, BankLine> seen = new HashMap<>();
  private final Map<BankLine, Match> found = new LinkedHashMap<>();

  private MatchLines(
      List<OpenItem> items, MatchRules rules, List<SettledLine> earlier, Minor minor) {
    desk = new Desk(items, rules, earlier, minor);
    Fits fits = new Fits(rules, minor);
    byNumber = new ByNumber(desk, fits);
    byPartner = new ByPartner(desk, fits);
    returns = new Returns(desk);
    runs = new Runs(desk);
    earlier.forEach(settled -> same(settled.line()).ifPresent(k -> seen.put(k, settled.line())));
  }

  /**
   * A proposal for each line, or for several together, in the order of their first lines. All
   * amounts are in one currency.
   *
   * @param earlier lines that were booked before, so that they can come back or be repeated
   */
  public static List<Match> match(
      List<BankLine> lines,
      List<OpenItem> items,
      MatchRules rules,
      List<SettledLine> earlier,
      Currency currency) {
    return new MatchLines(items, rules, earlier, new Minor(currency)).all(lines);
  }

  private List<Match> all(List<BankLine> lines) {
    List<BankLine> left =
        new ArrayList<>(lines.stream().sorted(Comparator.comparing(BankLine::date)).toList());
    left.removeIf(this::isTold);
    takeBack(left);
    left.removeIf(line -> take(line, byRule(line)));
    left.removeIf(line -> take(line, byPartner.find(line)));
    together(left);
    left.removeIf(found::containsKey);
    left.removeIf(line -> take(line, byPartner.rest(line)));
    left.removeIf(line -> take(line, runs.find(line)));
    left.forEach(line -> take(line, Optional.of(unmatched())));
    return lines.stream().map(found::get).filter(m -> m != null).distinct().toList();
  }

  private static Choice unmatched() {
    return Choice.of(Settling.onAccount(0), MatchReason.UNMATCHED, "nothing fits", Sure.ASK);
  }

  /** What the line itself tells: that it was there before, its details, what it names. */
  private boolean isTold(BankLine line) {
    Optional<String> same = same(line);
    Optional<BankLine> before = same.map(seen::get);
    if (before.isPresent()) {
      String words = "the same as " + before.get().ref() + " by the bank's reference";
      Choice nothing = Choice.of(Settling.onAccount(0), MatchReason.DUPLICATE, words, Sure.SAFE);
      found.put(line, match(List.of(line), nothing, Optional.of(before.get().ref())));
      return true;
    }
    same.ifPresent(key -> seen.put(key, line));
    if (!line.details().isEmpty() && take(line, details(line))) {
      return true;
    }
    Optional<Returns.Returned> returned = returns.find(line);
    if (returned.isPresent()) {
      Choice choice = returned.get().choice();
      desk.settle(line, choice.settling());
      found.put(line, match(List.of(line), choice, Optional.of(returned.get().paidBy().ref())));
      return true;
    }
    return take(line, byNumber.find(line));
  }

  private static Optional<String> same(BankLine line) {
    return line.bankReference().map(r -> r + " " + line.date() + " " + line.amount());
  }

  private boolean take(BankLine line, Optional<Choice> choice) {
    choice.ifPresent(
        chosen -> {
          if (chosen.reason() != MatchReason.BATCH_DETAILS) {
            desk.settle(line, chosen.settling());
          }
          found.put(line, match(List.of(line), chosen, Optional.empty()));
        });
    return choice.isPresent();
  }

  /** The payments of a batch, each matched like a line; empty when they are not its sum. */
  private Optional<Choice> details(BankLine line) {
    Money sum = Money.zero(line.amount().currency());
    for (BankLine.Detail detail : line.details()) {
      sum = sum.plus(detail.amount());
    }
    if (!sum.equals(line.amount())) {
      return Optional.empty();
    }
    Map<Item, Long> parts = new LinkedHashMap<>();
    long[] left = new long[4];
    boolean isSafe = true;
    for (BankLine.Detail detail : line.details()) {
      BankLine single = line.of(detail);
      Choice choice =
          byNumber
              .find(single)
              .or(() -> byPartner.find(single))
              .or(() -> byPartner.rest(single))
              .orElseGet(
                  () ->
                      Choice.of(
                          Settling.onAccount(desk.minor.of(detail.amount())),
                          MatchReason.ON_ACCOUNT,
                          "",
                          Sure.ASK));
      Settling settling = choice.settling();
      isSafe &= choice.sure() == Sure.SAFE;
      settling.parts().forEach((item, part) -> parts.merge(item, part, Long::sum));
      left[0] += settling.discount();
      left[1] += settling.writeOff();
      left[2] += settling.fee();
      left[3] += settling.onAccount();
      desk.settle(single, settling);
    }
    Settling all = new Settling(parts, left[0], left[1], left[2], left[3], Optional.empty(), "");
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Choice.of(
                all,
                MatchReason.BATCH_DETAILS,
                "details of the batch",
                isSafe ? Sure.SAFE : Sure.ASK));
  }

  /** Lines by which the bank takes back a line of its own. */
  private void takeBack(List<BankLine> left) {
    List<BankLine> earlier = new ArrayList<>();
    for (BankLine line : left) {
      Optional<BankLine> before = Returns.takenBack(line, earlier);
      if (before.isPresent()) {
        List<BankLine> pair = List.of(before.get(), line);
        Choice choice =
            Choice.of(Settling.onAccount(0), MatchReason.REVERSAL_PAIR, "reversal pair", Sure.SAFE);
        Match match = match(pair, choice, Optional.empty());
        pair.forEach(each -> found.put(each, match));
        earlier.remove(before.get());
      } else {
        earlier.add(line);
      }
    }
    left.removeIf(found::containsKey);
  }

  private Optional<Choice> byRule(BankLine line) {
    String text = Names.words(line.remittance().all());
    return desk.rules.texts().stream()
        .filter(rule -> text.contains(Names.words(rule.textContains())))
        .max(Comparator.comparing(rule -> rule.textContains().length()))
        .map(
            rule ->
                Choice.of(
                    Settling.expense(expense(rule, line.amount())),
                    MatchReason.TEXT_RULE,
                    "rule on text " + rule.textContains(),
                    Sure.SAFE));
  }

  /** The tax inside: 121 at 21 % has 121 x 21 / 121 = 21. */
  private static Match.Expense expense(MatchRules.TextRule rule, Money amount) {
    BigDecimal percent = rule.taxIncluded().orElse(BigDecimal.ZERO);
    BigDecimal whole = percent.add(BigDecimal.valueOf(100));
    int digits = Money.digits(amount.currency());
    BigDecimal tax = amount.amount().multiply(percent).divide(whole, digits, RoundingMode.HALF_UP);
    return new Match.Expense(
        Optional.of(rule.account()),
        amount,
        Money.of(tax, amount.currency()),
        rule.taxIncluded(),
        rule.taxCode());
  }

  private void together(List<BankLine> left) {
    for (Together.Group group : new Together(desk).find(left)) {
      Money sum = group.lines().stream().map(BankLine::amount).reduce(Money::plus).orElseThrow();
      Choice choice =
          new Choice(
              group.settling(),
              MatchReason.LINES_TOGETHER,
              "together " + sum.amount().toPlainString(),
              group.alternatives(),
              Sure.ASK);
      Match match = match(group.lines(), choice, Optional.empty());
      group.lines().forEach(line -> found.put(line, match));
    }
  }

  private Match match(List<BankLine> lines, Choice choice, Optional<String> linked) {
    Settling settling = choice.settling();
    List<Match.Allocation> items = new ArrayList<>();
    settling
        .parts()
        .forEach((item, part) -> items.add(new Match.Allocation(item.facts, money(part))));
    Optional<String> partner =
        settling.onAccount() == 0
            ? Optional.empty()
            : items.stream()
                .map(a -> a.item().partner().code())
                .findFirst()
                .or(() -> desk.payer(lines.get(0)).map(Partners.Payer::code));
    return new Match(
        lines.stream().map(BankLine::ref).toList(),
        items,
        new Match.Split(
            money(settling.discount()),
            money(settling.writeOff()),
            money(settling.fee()),
            money(settling.onAccount()),
            settling.expense()),
        new Match.Ground(
            choice.reason(), choice.words(), choice.alternatives(), choice.sure() == Sure.SAFE),
        partner,
        linked);
  }

  private Money money(long minor) {
    return desk.minor.money(minor);
  }
}
