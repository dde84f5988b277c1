package org.millrace.stock.location;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.document.Documents;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.Items;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.stock.Location;
import org.millrace.stock.LocationCode;

/** Checks what a document of the stock names: its locations and the items that lie there. */
public final class Places {
  private final Documents<Location> locations;
  private final Items items;

  Places(Documents<Location> locations, Items items) {
    this.locations = locations;
    this.items = items;
  }

  /** Notes a problem unless the company has the location. */
  public void requireLocation(
      CompanyCode company, String field, LocationCode location, Problems problems) {
    problems.require(
        !locations.find(company, List.of(location)).isEmpty(),
        field,
        location,
        "a location of the company");
  }

  /** The name of an item; notes a problem unless it is kept in stock. */
  public String nameOfStocked(CompanyCode company, ItemCode item, Problems problems) {
    Optional<Item> stocked =
        Optional.ofNullable(items.named(company, List.of(item)).get(item)).filter(Item::isStocked);
    problems.require(stocked.isPresent(), "item", item, "a registered item that is kept in stock");
    return stocked.map(Item::name).orElse("");
  }

  /** The names of the items of a document's lines; notes those that are not kept in stock. */
  public List<String> namesOfStocked(CompanyCode company, List<ItemCode> lines, Problems problems) {
    Map<ItemCode, Item> known = items.named(company, lines);
    List<String> names = new ArrayList<>();
    for (ItemCode item : lines) {
      Optional<Item> stocked = Optional.ofNullable(known.get(item)).filter(Item::isStocked);
      names.add(stocked.map(Item::name).orElse(""));
      problems.require(
          stocked.isPresent(),
          "lines." + names.size() + ".item",
          item,
          "a registered item that is kept in stock");
    }
    return names;
  }
}
