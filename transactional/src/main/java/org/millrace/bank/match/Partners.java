package org.millrace.bank.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millrace.bank.text.Names;

/** Partners by account, by name and by what was learned, with their items, the oldest first. */
final class Partners {
  private static final int CUT_OFF = 20;
  private static final int LONGEST_NAME = 4;

  private final Map<String, Set<String>> byIban = new HashMap<>();
  private final Map<String, Set<String>> byName = new HashMap<>();
  private final Map<String, Set<String>> byStart = new HashMap<>();
  private final Map<String, List<Item>> items = new HashMap<>();
  private final List<Known> learned = new ArrayList<>();

  /** By what a payer is known, the surest first. */
  enum Sureness {
    IBAN,
    LEARNED,
    NAME,
    TEXT
  }

  /** Who pays, and how it is known. */
  record Payer(String code, Sureness sureness, String words) {}

  private record Known(String text, MatchRules.Learned rule) {}

  Partners(List<Item> all, List<MatchRules.Learned> rules) {
    Set<String> codes = new HashSet<>();
    for (Item item : all) {
      OpenItem.Partner partner = item.facts.partner();
      List<Item> his = items.computeIfAbsent(partner.code(), code -> new ArrayList<>());
      his.add(item);
      if (codes.add(partner.code())) {
        put(byName, Names.key(partner.name()), partner.code());
        put(byName, Names.key(partner.code()), partner.code());
        String words = Names.words(partner.name());
        if (words.length() >= CUT_OFF) {
          put(byStart, words.substring(0, CUT_OFF), partner.code());
        }
      }
      partner.ibans().forEach(iban -> put(byIban, Names.iban(iban), partner.code()));
    }
    items.values().forEach(his -> his.sort(OLDEST));
    rules.stream()
        .sorted(Comparator.comparing((MatchRules.Learned rule) -> rule.text().length()).reversed())
        .forEach(rule -> learned.add(new Known(Names.words(rule.text()), rule)));
  }

  static final Comparator<Item> OLDEST =
      Comparator.comparing((Item item) -> item.facts.due()).thenComparing(item -> item.order);

  private static void put(Map<String, Set<String>> index, String key, String code) {
    index.computeIfAbsent(key, k -> new HashSet<>()).add(code);
  }

  /** What a partner has to pay or get, the oldest first. */
  List<Item> itemsOf(String code) {
    return items.getOrDefault(code, List.of());
  }

  /** Who paid or was paid, when one partner alone comes into question. */
  Optional<Payer> payer(BankLine line) {
    return by(byIban, line.counterparty().iban().map(Names::iban))
        .map(code -> new Payer(code, Sureness.IBAN, "account number"))
        .or(() -> learned(line))
        .or(() -> named(line))
        .or(() -> inText(line));
  }

  private Optional<Payer> named(BankLine line) {
    Optional<String> name = line.counterparty().name();
    return by(byName, name.map(Names::key))
        .or(
            () ->
                by(
                    byStart,
                    name.map(Names::words)
                        .filter(words -> words.length() >= CUT_OFF)
                        .map(words -> words.substring(0, CUT_OFF))))
        .map(code -> new Payer(code, Sureness.NAME, "partner"));
  }

  private Optional<Payer> learned(BankLine line) {
    if (learned.isEmpty()) {
      return Optional.empty();
    }
    String words = " " + Names.words(line.remittance().all()) + " ";
    return learned.stream()
        .filter(known -> words.contains(" " + known.text() + " "))
        .findFirst()
        .flatMap(known -> payer(known.rule()));
  }

  private Optional<Payer> payer(MatchRules.Learned rule) {
    Optional<String> code =
        items.containsKey(rule.partner())
            ? Optional.of(rule.partner())
            : by(byName, Optional.of(Names.key(rule.partner())));
    String when = rule.on().map(day -> " on " + day).orElse("");
    return code.map(
        found ->
            new Payer(
                found,
                Sureness.LEARNED,
                "learned" + when + " from the correction of a line with " + rule.text()));
  }

  private Optional<Payer> inText(BankLine line) {
    String[] words = Names.words(line.remittance().text()).split(" ", -1);
    Set<String> found = new HashSet<>();
    for (int from = 0; from < words.length; from++) {
      StringBuilder name = new StringBuilder();
      for (int to = from; to < Math.min(words.length, from + LONGEST_NAME); to++) {
        name.append(to == from ? "" : " ").append(words[to]);
        if (name.length() > 2) {
          found.addAll(byName.getOrDefault(Names.key(name.toString()), Set.of()));
        }
      }
    }
    return found.size() == 1
        ? Optional.of(new Payer(found.iterator().next(), Sureness.TEXT, "partner in the text"))
        : Optional.empty();
  }

  private static Optional<String> by(Map<String, Set<String>> index, Optional<String> key) {
    return key.map(k -> index.getOrDefault(k, Set.of()))
        .filter(codes -> codes.size() == 1)
        .map(codes -> codes.iterator().next());
  }

  /** Whether the bank names somebody who is not the partner of the item. */
  boolean isOtherPayer(BankLine line, Optional<Payer> payer, Item item) {
    if (payer.isPresent()) {
      return payer.get().sureness() != Sureness.TEXT
          && !payer.get().code().equals(item.facts.partner().code());
    }
    return line.counterparty()
        .name()
        .map(name -> !byName.getOrDefault(Names.key(name), Set.of()).contains(code(item)))
        .orElse(false);
  }

  private static String code(Item item) {
    return item.facts.partner().code();
  }
}
