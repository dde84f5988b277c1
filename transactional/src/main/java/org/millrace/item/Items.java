package org.millrace.item;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;

/** The items of each company. */
public interface Items {
  /**
   * One item.
   *
   * @throws org.millrace.shared.Refused as not found
   */
  Item named(CompanyCode company, ItemCode code);

  /** Those of the named that exist. */
  Map<ItemCode, Item> named(CompanyCode company, Collection<ItemCode> codes);

  /** How the goods of each of these are kept. */
  Map<ItemCode, GoodsRule> goodsRules(CompanyCode company, Collection<ItemCode> codes);

  /** Adds those whose code is new and publishes them; the others stay as they are. */
  void register(CompanyCode company, List<Item> items, Instant occurredAt);

  /**
   * Passes when all items of these lines may be ordered; unknown ones pass. What an order has
   * already it may go on with.
   *
   * @throws org.millrace.shared.Refused naming the item of each line that may not
   */
  default void requireOrderable(
      CompanyCode company, List<ItemCode> lines, Collection<ItemCode> already, String title) {
    Map<ItemCode, Item> known = named(company, lines);
    Problems problems = new Problems();
    for (int i = 0; i < lines.size(); i++) {
      Item item = known.get(lines.get(i));
      if (item != null && !item.isOrderable() && !already.contains(item.code())) {
        problems.add("lines." + (i + 1) + ".item", item.code(), item.expectedInOrders());
      }
    }
    problems.refuse(title);
  }
}
