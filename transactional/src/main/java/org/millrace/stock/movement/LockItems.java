package org.millrace.stock.movement;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.millrace.item.CostingRule;
import org.millrace.item.GoodsRule;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.Items;
import org.millrace.party.Company;
import org.millrace.shared.Problems;

/** Holds items until the transaction ends, in the order of their codes, against deadlock. */
final class LockItems {
  private final MovementsJdbc movements;
  private final Items items;

  LockItems(MovementsJdbc movements, Items items) {
    this.movements = movements;
    this.items = items;
  }

  /**
   * The items as they stand.
   *
   * @throws org.millrace.shared.Refused as invalid when one is not kept in stock
   */
  Map<ItemCode, Standing> locked(Company company, Set<ItemCode> asked) {
    Map<ItemCode, Standing> known = movements.locked(company.code(), company.currency(), asked);
    if (known.size() == asked.size()) {
      return known;
    }
    List<ItemCode> fresh = asked.stream().filter(item -> !known.containsKey(item)).toList();
    Set<ItemCode> stocked = stocked(company, fresh);
    Problems problems = new Problems();
    fresh.forEach(
        item ->
            problems.require(
                stocked.contains(item),
                "lines.item",
                item,
                "a registered item that is kept in stock"));
    problems.refuse("The goods cannot be moved");
    movements.start(company.code(), fresh);
    return movements.locked(company.code(), company.currency(), asked);
  }

  /** How the items are valued. */
  Map<ItemCode, CostingRule> rules(Company company, Collection<ItemCode> asked) {
    return costing(kept(company, asked));
  }

  /** How their goods are kept. */
  Map<ItemCode, GoodsRule> kept(Company company, Collection<ItemCode> asked) {
    return items.goodsRules(company.code(), asked);
  }

  /** What of it says how they are valued. */
  static Map<ItemCode, CostingRule> costing(Map<ItemCode, GoodsRule> kept) {
    return kept.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().costing()));
  }

  /** The items that are kept in stock, of some that may not be. */
  Set<ItemCode> stocked(Company company, Collection<ItemCode> asked) {
    Map<ItemCode, Item> registered = items.named(company.code(), asked);
    Set<ItemCode> stocked = new TreeSet<>();
    registered.values().stream().filter(Item::isStocked).map(Item::code).forEach(stocked::add);
    return stocked;
  }
}
