package org.millrace.bank.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.millrace.bank.amount.Minor;

/** What is known while lines are matched: items with what is left of them, and who paid what. */
final class Desk {
  final Minor minor;
  final MatchRules rules;
  final List<Item> items = new ArrayList<>();
  final NumberIndex numbers = new NumberIndex();
  final Partners partners;
  private final Map<String, Item> byRef = new HashMap<>();
  private final Map<Item, List<Paid>> paid = new HashMap<>();
  private final List<Paid> payments = new ArrayList<>();
  private final IdentityHashMap<BankLine, Optional<Partners.Payer>> payers =
      new IdentityHashMap<>();

  /** What an earlier line settled. */
  record Paid(BankLine line, Map<Item, Long> parts) {}

  Desk(List<OpenItem> open, MatchRules rules, List<SettledLine> earlier, Minor minor) {
    this.minor = minor;
    this.rules = rules;
    open.forEach(item -> know(item).open = minor.of(item.amount()));
    earlier.forEach(
        settled -> settled.items().stream().map(Match.Allocation::item).forEach(this::knowPaid));
    partners = new Partners(items, rules.learned());
    for (SettledLine settled : earlier) {
      Map<Item, Long> parts = new LinkedHashMap<>();
      settled.items().forEach(a -> parts.put(known(a.item()), minor.of(a.amount())));
      note(settled.line(), parts);
    }
  }

  private Item know(OpenItem facts) {
    return byRef.computeIfAbsent(
        facts.ref(),
        ref -> {
          Item item = new Item(facts, items.size(), minor);
          items.add(item);
          numbers.add(item);
          return item;
        });
  }

  private void knowPaid(OpenItem facts) {
    if (!byRef.containsKey(facts.ref())) {
      know(facts).open = 0;
    }
  }

  private Item known(OpenItem facts) {
    return Objects.requireNonNull(byRef.get(facts.ref()));
  }

  private void note(BankLine line, Map<Item, Long> parts) {
    Paid payment = new Paid(line, Collections.unmodifiableMap(new LinkedHashMap<>(parts)));
    payments.add(payment);
    parts.keySet().forEach(item -> paid.computeIfAbsent(item, i -> new ArrayList<>()).add(payment));
  }

  /** Lines that settled some of this item, the newest last. */
  List<Paid> paymentsOf(Item item) {
    return paid.getOrDefault(item, List.of());
  }

  /** All that settled something, the newest last. */
  List<Paid> payments() {
    return payments;
  }

  /** Takes what a line settles off its items. */
  void settle(BankLine line, Settling settling) {
    settling.parts().forEach((item, part) -> item.open -= part);
    note(line, settling.parts());
  }

  Optional<Partners.Payer> payer(BankLine line) {
    return payers.computeIfAbsent(line, partners::payer);
  }

  /** Those of a partner that are open and of the sign of an amount. */
  List<Item> openOf(String partner, long amount) {
    return partners.itemsOf(partner).stream()
        .filter(item -> Long.signum(item.open) == Long.signum(amount))
        .toList();
  }
}
