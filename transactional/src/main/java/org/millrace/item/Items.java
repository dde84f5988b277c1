package org.millrace.item;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.millrace.shared.CompanyCode;

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

  /** How the goods of each of these are valued. */
  Map<ItemCode, CostingRule> costing(CompanyCode company, Collection<ItemCode> codes);

  /** Adds those whose code is new and publishes them; the others stay as they are. */
  void register(CompanyCode company, List<Item> items, Instant occurredAt);
}
