package org.millrace.supply.plan;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.Material;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/**
 * Explodes what is wanted through the bills of material, level by level, and nets each level
 * against what lies in stock. 100 bicycles wanted, 30 there: make 70; they take 140 wheels, 50 are
 * there: 90 are missing, in lots of 50 buy 100.
 */
final class Netting {
  private final Map<ItemCode, Item> items;
  private final Map<ItemCode, Quantity> onHand;
  private final Terms terms;
  private final Defaults defaults;
  private final Map<ItemCode, Quantity> gross = new HashMap<>();
  private final Map<ItemCode, LocalDate> due = new HashMap<>();

  /** The day of the plan, the day the goods are wanted, lot sizes and lead times where known. */
  record Terms(
      LocalDate today,
      LocalDate dueDate,
      Map<ItemCode, Quantity> lots,
      Map<ItemCode, Integer> leadTimeDays) {
    Terms {
      lots = Map.copyOf(lots);
      leadTimeDays = Map.copyOf(leadTimeDays);
    }
  }

  /** What holds for an item that the terms say nothing of. */
  interface Defaults {
    /** What is ordered when so much is missing. */
    Quantity ordered(ItemCode item, Quantity missing);

    /** The day on which making it starts that is due on a day, where its time is known. */
    Optional<LocalDate> startOf(ItemCode item, LocalDate due);
  }

  private Netting(
      Map<ItemCode, Item> items, Map<ItemCode, Quantity> onHand, Terms terms, Defaults defaults) {
    this.items = items;
    this.onHand = onHand;
    this.terms = terms;
    this.defaults = defaults;
  }

  /**
   * What to make and buy, products before their materials.
   *
   * @throws Refused as conflict when a bill of material contains itself
   */
  static List<Proposal> of(
      Map<ItemCode, Quantity> wanted,
      Map<ItemCode, Item> items,
      Map<ItemCode, Quantity> onHand,
      Terms terms,
      Defaults defaults) {
    Netting netting = new Netting(items, onHand, terms, defaults);
    wanted.forEach((item, quantity) -> netting.need(item, quantity, terms.dueDate()));
    List<Proposal> proposals = new ArrayList<>();
    for (ItemCode item : netting.productsFirst(wanted.keySet())) {
      netting.proposal(item).ifPresent(proposals::add);
    }
    return proposals;
  }

  private void need(ItemCode item, Quantity quantity, LocalDate until) {
    gross.merge(item, quantity, Quantity::plus);
    due.merge(item, until, (a, b) -> a.isBefore(b) ? a : b);
  }

  private Optional<Proposal> proposal(ItemCode code) {
    Quantity there = onHand.getOrDefault(code, Quantity.ZERO);
    Quantity missing =
        gross.getOrDefault(code, Quantity.ZERO).minus(there.isNegative() ? Quantity.ZERO : there);
    Item item = Objects.requireNonNull(items.get(code));
    if (!item.isStocked() || !missing.isPositive()) {
      return Optional.empty();
    }
    Quantity quantity = inLots(code, missing);
    LocalDate until = Objects.requireNonNull(due.get(code));
    if (item.materials().isEmpty()) {
      return Optional.of(new Proposal.Buy(code, quantity, until));
    }
    Optional<Integer> lead = Optional.ofNullable(terms.leadTimeDays().get(code));
    LocalDate start =
        lead.map(days -> until.minusDays(days))
            .or(() -> defaults.startOf(code, until))
            .orElse(until);
    for (Material material : item.materials()) {
      need(
          material.item(),
          material.plannedFor(quantity),
          start.isBefore(terms.today()) ? terms.today() : start);
    }
    return Optional.of(new Proposal.Make(code, quantity, until, lead));
  }

  private Quantity inLots(ItemCode item, Quantity missing) {
    Quantity lot = terms.lots().get(item);
    return lot == null ? defaults.ordered(item, missing) : missing.inPacks(lot);
  }

  /** All items of the bills in an order in which each comes before what it is made of. */
  private List<ItemCode> productsFirst(Set<ItemCode> wanted) {
    Deque<ItemCode> finished = new ArrayDeque<>();
    Set<ItemCode> visited = new LinkedHashSet<>();
    wanted.stream().sorted().forEach(item -> visit(item, new LinkedHashSet<>(), visited, finished));
    List<ItemCode> order = new ArrayList<>(finished);
    Collections.reverse(order);
    return order;
  }

  private void visit(
      ItemCode item, Set<ItemCode> above, Set<ItemCode> visited, Deque<ItemCode> finished) {
    if (!above.add(item)) {
      throw Refused.conflict(
          "The bill of material of %s contains itself (%s). Change one of these items first."
              .formatted(item, above));
    }
    if (visited.add(item)) {
      Objects.requireNonNull(items.get(item))
          .materials()
          .forEach(m -> visit(m.item(), above, visited, finished));
      finished.addLast(item);
    }
    above.remove(item);
  }
}
