package org.millrace.bank.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.bank.match.Choice.Sure;

/** Lines that name nobody: the sum of a payment run, or the amount of one item alone. */
final class Runs {
  private final Desk desk;
  private final Map<Long, List<List<Item>>> bySum = new HashMap<>();
  private final Map<Long, List<Item>> byAmount = new HashMap<>();

  Runs(Desk desk) {
    this.desk = desk;
    Map<String, List<Item>> groups = new LinkedHashMap<>();
    for (Item item : desk.items) {
      if (item.isOpen()) {
        byAmount.computeIfAbsent(item.open, sum -> new ArrayList<>()).add(item);
        String sign = item.open > 0 ? "+" : "-";
        String partner = sign + item.facts.partner().code();
        put(groups, partner, item);
        put(groups, partner + " " + item.facts.due(), item);
        put(groups, sign + " " + item.facts.due(), item);
      }
    }
    groups.values().stream()
        .filter(group -> group.size() > 1)
        .forEach(
            group -> {
              List<List<Item>> same =
                  bySum.computeIfAbsent(Fits.open(group), sum -> new ArrayList<>());
              if (!same.contains(group)) {
                same.add(group);
              }
            });
  }

  private static void put(Map<String, List<Item>> groups, String key, Item item) {
    groups.computeIfAbsent(key, k -> new ArrayList<>()).add(item);
  }

  Optional<Choice> find(BankLine line) {
    long amount = desk.minor.of(line.amount());
    return run(amount).or(() -> single(line, amount));
  }

  /** All items of a partner or a due date add up, and nothing else does. */
  private Optional<Choice> run(long amount) {
    List<List<Item>> groups =
        bySum.getOrDefault(amount, List.of()).stream()
            .filter(group -> Fits.open(group) == amount)
            .filter(group -> group.stream().allMatch(Item::isOpen))
            .toList();
    return groups.stream()
        .max(Comparator.comparing(List::size))
        .map(
            group ->
                new Choice(
                    Settling.all(group),
                    MatchReason.PAYMENT_RUN,
                    "payment run of that sum",
                    groups.size(),
                    groups.size() == 1 ? Sure.SAFE : Sure.ASK));
  }

  /** One item alone is to the cent what was paid. */
  private Optional<Choice> single(BankLine line, long amount) {
    List<Item> exact =
        byAmount.getOrDefault(amount, List.of()).stream()
            .filter(item -> item.open == amount)
            .toList();
    return exact.size() == 1 && line.counterparty().iban().isEmpty()
        ? Optional.of(
            Choice.of(Settling.all(exact), MatchReason.AMOUNT_ONLY, "the amount alone", Sure.ASK))
        : Optional.empty();
  }
}
