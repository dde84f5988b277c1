package org.millrace.item.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.millrace.item.Item;
import org.millrace.item.ItemChanged;
import org.millrace.item.ItemCode;
import org.millrace.item.ItemRegistered;
import org.millrace.item.Items;
import org.millrace.item.Material;
import org.millrace.outbox.Events;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;

/** Registers items once for each code and changes them; no item may be its own material. */
final class RegisterItems implements Items {
  private final ItemsJdbc items;
  private final Events events;

  RegisterItems(ItemsJdbc items, Events events) {
    this.items = items;
    this.events = events;
  }

  @Override
  public Item named(CompanyCode company, ItemCode code) {
    Item item = named(company, List.of(code)).get(code);
    if (item == null) {
      throw Refused.notFound(
          "Company " + company + " has no item " + code + ": register it first.");
    }
    return item;
  }

  @Override
  public Map<ItemCode, Item> named(CompanyCode company, Collection<ItemCode> codes) {
    return items.named(company, codes);
  }

  @Override
  public void register(CompanyCode company, List<Item> asked, Instant occurredAt) {
    Set<ItemCode> added = items.add(company, asked);
    List<Item> fresh = asked.stream().filter(item -> added.remove(item.code())).toList();
    fresh.forEach(item -> checkMaterials(company, item));
    items.addMaterials(company, fresh);
    events.publish(
        fresh.stream()
            .map(item -> ItemRegistered.of(head(company, item, 1, occurredAt), item))
            .toList());
  }

  /** Registers one; a taken code is refused, also in other capital and small letters. */
  void registerNew(CompanyCode company, Item item, Instant occurredAt) {
    items
        .alike(company, item.code())
        .ifPresent(
            taken -> {
              throw Refused.conflict(
                  "Company " + company + " has an item " + taken + ": change it instead.");
            });
    register(company, List.of(item), occurredAt);
  }

  /** Replaces name, unit and bill of material; the new version. */
  Version change(CompanyCode company, Item item, Version expected, Instant occurredAt) {
    long actual = items.lockedVersion(company, item.code());
    expected.check("Item " + item.code(), actual);
    checkMaterials(company, item);
    items.change(company, item);
    long next = actual + 1;
    events.publish(List.of(ItemChanged.of(head(company, item, next, occurredAt), item)));
    return new Version(next);
  }

  private void checkMaterials(CompanyCode company, Item item) {
    Set<ItemCode> direct =
        item.materials().stream().map(Material::item).collect(Collectors.toSet());
    if (direct.isEmpty()) {
      return;
    }
    Map<ItemCode, Item> known = new HashMap<>(items.named(company, direct));
    Problems problems = new Problems();
    problems.require(
        direct.size() == item.materials().size(), "materials", item.code(), "each material once");
    direct.forEach(
        m -> problems.require(known.containsKey(m), "materials.item", m, "a registered item"));
    problems.refuse("The bill of material of " + item.code() + " cannot be used");
    Set<ItemCode> below = new HashSet<>(direct);
    Set<ItemCode> next = direct;
    while (!next.isEmpty()) {
      next =
          items.named(company, next).values().stream()
              .flatMap(i -> i.materials().stream().map(Material::item))
              .filter(below::add)
              .collect(Collectors.toSet());
    }
    new Problems()
        .require(
            !below.contains(item.code()),
            "materials",
            item.code(),
            "materials that do not contain the item itself, at any depth")
        .refuse("The bill of material of " + item.code() + " runs in a circle");
  }

  private static EventHead head(CompanyCode company, Item item, long version, Instant occurredAt) {
    String id = EventHead.aggregateId("item", company, item.code().value());
    return EventHead.of(company, id, version, occurredAt);
  }
}
