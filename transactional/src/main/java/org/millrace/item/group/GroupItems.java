package org.millrace.item.group;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.ItemGroup;
import org.millrace.item.ItemGroupAdded;
import org.millrace.item.ItemGroupChanged;
import org.millrace.item.MovedItems;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;

/** Adds item groups and changes them; how goods are valued stays once they moved. */
final class GroupItems {
  private final Documents<ItemGroup> groups;
  private final Documents<Item> items;
  private final MovedItems moved;

  GroupItems(Documents<ItemGroup> groups, Documents<Item> items, MovedItems moved) {
    this.groups = groups;
    this.items = items;
    this.moved = moved;
  }

  Versioned<ItemGroup> add(CompanyCode company, ItemGroup group, Instant occurredAt) {
    return groups.make(company, group, occurredAt, ItemGroupAdded::new);
  }

  /**
   * Renames a group or changes how its items are valued.
   *
   * @throws Refused as conflict when goods of one of its items moved
   */
  Versioned<ItemGroup> change(Versioned<ItemGroup> before, ItemGroup after, Instant occurredAt) {
    ItemGroup group = before.document();
    if (!group.rule().equals(after.rule())) {
      refuseMoved(before.company(), group);
    }
    return groups.change(before, after, occurredAt, ItemGroupChanged::new);
  }

  private void refuseMoved(CompanyCode company, ItemGroup group) {
    List<ItemCode> members =
        items.having(company, Map.of("group", group.code().value())).stream()
            .map(item -> item.document().code())
            .toList();
    Set<ItemCode> gone = new TreeSet<>(moved.moved(company, members));
    if (!gone.isEmpty()) {
      throw Refused.conflict(
          "Goods of item %s of group %s have moved, so how they are valued stays. Make a new group"
                  .formatted(gone.iterator().next(), group.code())
              + " for new items.");
    }
  }
}
