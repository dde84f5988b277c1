package org.millrace.item.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.Barcode;
import org.millrace.item.CostingRule;
import org.millrace.item.GoodsRule;
import org.millrace.item.Item;
import org.millrace.item.ItemChanged;
import org.millrace.item.ItemCode;
import org.millrace.item.ItemGroup;
import org.millrace.item.ItemGroupCode;
import org.millrace.item.ItemRegistered;
import org.millrace.item.Items;
import org.millrace.item.Material;
import org.millrace.item.MovedItems;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;

/** Registers items once for each code and changes them; no item may be its own material. */
final class RegisterItems implements Items {
  private final Documents<Item> items;
  private final Documents<ItemGroup> groups;
  private final MovedItems moved;

  RegisterItems(Documents<Item> items, Documents<ItemGroup> groups, MovedItems moved) {
    this.items = items;
    this.groups = groups;
    this.moved = moved;
  }

  @Override
  public Item named(CompanyCode company, ItemCode code) {
    return items.named(company, code).document();
  }

  @Override
  public Map<ItemCode, Item> named(CompanyCode company, Collection<ItemCode> codes) {
    return byCode(items.find(company, codes).stream().map(Versioned::document).toList());
  }

  @Override
  public Map<ItemCode, GoodsRule> goodsRules(CompanyCode company, Collection<ItemCode> codes) {
    Map<ItemCode, Item> found = named(company, codes);
    Map<ItemGroupCode, CostingRule> rules = rules(company, found.values());
    Map<ItemCode, GoodsRule> kept = new HashMap<>();
    found.forEach(
        (code, item) ->
            kept.put(code, new GoodsRule(rule(item, rules), item.tracking(), item.expires())));
    return kept;
  }

  private Map<ItemGroupCode, CostingRule> rules(CompanyCode company, Collection<Item> grouped) {
    Set<ItemGroupCode> named =
        grouped.stream().flatMap(item -> item.group().stream()).collect(Collectors.toSet());
    return named.isEmpty()
        ? Map.of()
        : groups.find(company, named).stream()
            .map(Versioned::document)
            .collect(Collectors.toMap(ItemGroup::code, ItemGroup::rule));
  }

  private static CostingRule rule(Item item, Map<ItemGroupCode, CostingRule> rules) {
    return item.group().map(rules::get).orElse(CostingRule.USUAL);
  }

  private void checkGroups(CompanyCode company, Collection<Item> asked) {
    Set<ItemGroupCode> known = rules(company, asked).keySet();
    Problems problems = new Problems();
    for (Item item : asked) {
      item.group()
          .ifPresent(
              group ->
                  problems.require(
                      known.contains(group), "group", group, "an item group of the company"));
    }
    problems.refuse("The items cannot be registered");
  }

  /** How goods are valued stays once they moved. */
  private void refuseRevalued(CompanyCode company, Item before, Item after) {
    Map<ItemGroupCode, CostingRule> rules = rules(company, List.of(before, after));
    CostingRule was = rule(before, rules);
    boolean same = was.equals(rule(after, rules));
    if (!same && !moved.moved(company, List.of(before.code())).isEmpty()) {
      throw Refused.conflict(
          "Goods of item %s have moved, so how they are valued stays. Leave it in its group, or"
                  .formatted(before.code())
              + " choose one of the same costing method and level.");
    }
  }

  private static Map<ItemCode, Item> byCode(List<Item> items) {
    return items.stream().collect(Collectors.toMap(Item::code, item -> item, (a, b) -> a));
  }

  @Override
  public void register(CompanyCode company, List<Item> asked, Instant occurredAt) {
    List<Item> made = asked.stream().filter(item -> !item.materials().isEmpty()).toList();
    if (!made.isEmpty()) {
      Set<ItemCode> known = named(company, made.stream().map(Item::code).toList()).keySet();
      Map<ItemCode, Item> beside = byCode(asked);
      made.stream()
          .filter(item -> !known.contains(item.code()))
          .forEach(item -> checkMaterials(company, item, beside));
    }
    checkGroups(company, asked);
    items.makeMissing(company, asked, occurredAt, ItemRegistered::new);
  }

  /** Registers one; a taken code is refused, also in other capital and small letters. */
  Versioned<Item> registerNew(CompanyCode company, Item item, Instant occurredAt) {
    refuseTaken(company, item);
    checkGroups(company, List.of(item));
    checkMaterials(company, item, Map.of(item.code(), item));
    return items.make(company, item, occurredAt, ItemRegistered::new);
  }

  /** Replaces name, unit, group and bill of material. */
  Versioned<Item> change(Versioned<Item> before, Item after, Instant occurredAt) {
    checkGroups(before.company(), List.of(after));
    refuseTaken(before.company(), after);
    refuseRevalued(before.company(), before.document(), after);
    checkMaterials(before.company(), after, Map.of());
    return items.change(before, after, occurredAt, ItemChanged::new);
  }

  /** A barcode is one item's alone. */
  private void refuseTaken(CompanyCode company, Item item) {
    for (Barcode barcode : item.barcodes()) {
      items.having(company, Map.of("barcodes.gtin", barcode.gtin())).stream()
          .map(Versioned::document)
          .filter(other -> !other.code().equals(item.code()))
          .findFirst()
          .ifPresent(
              other -> {
                throw Refused.conflict(
                    "Barcode %s is that of item %s already."
                        .formatted(barcode.gtin(), other.code()));
              });
    }
  }

  /** Materials are registered already, or stand beside the item. */
  private void checkMaterials(CompanyCode company, Item item, Map<ItemCode, Item> beside) {
    Set<ItemCode> direct =
        item.materials().stream().map(Material::item).collect(Collectors.toSet());
    if (direct.isEmpty()) {
      return;
    }
    Function<Set<ItemCode>, Map<ItemCode, Item>> known =
        codes -> {
          Map<ItemCode, Item> found = new HashMap<>(beside);
          found.keySet().retainAll(codes);
          found.putAll(named(company, codes));
          return found;
        };
    Set<ItemCode> there = known.apply(direct).keySet();
    Problems problems = new Problems();
    problems.require(
        direct.size() == item.materials().size(), "materials", item.code(), "each material once");
    direct.forEach(
        m -> problems.require(there.contains(m), "materials.item", m, "a registered item"));
    problems.refuse("The bill of material of " + item.code() + " cannot be used");
    Set<ItemCode> below = new HashSet<>(direct);
    Set<ItemCode> next = direct;
    while (!next.isEmpty()) {
      next =
          known.apply(next).values().stream()
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
}
