package org.millrace.item;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentKind;
import org.millrace.document.mapping.Stored;
import org.millrace.shared.Code;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Unit;

/**
 * An item and its bill of material, which is empty unless the item is made here. Its group says how
 * its goods are valued; without one they are at moving average. All quantities are kept in its own
 * unit; other units convert to it. Tracking and expiry say what people note of its goods.
 */
public record Item(
    ItemCode code,
    String name,
    Unit unit,
    ItemKind kind,
    @Stored("item_group") Optional<ItemGroupCode> group,
    @JsonInclude(JsonInclude.Include.NON_NULL) Status status,
    Optional<String> revision,
    @JsonInclude(JsonInclude.Include.NON_NULL) Tracking tracking,
    @JsonInclude(JsonInclude.Include.NON_NULL) boolean expires,
    Optional<Unit> purchaseUnit,
    Optional<Unit> salesUnit,
    List<Material> materials,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ItemUnit> units,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Barcode> barcodes) {
  /** Stored in item.item, its lists in tables of their own. */
  public static final DocumentKind<Item> KIND =
      DocumentKind.of(Item.class, "item", "item")
          .lines("materials", "item.material", "item")
          .lines("units", "item.unit", "item")
          .lines("barcodes", "item.barcode", "item")
          .searched("code", "name", "barcodes.gtin")
          .steps(Act.values(), (item, act) -> Optional.empty())
          .build();

  /** What can be done with an item. */
  public enum Act implements DocumentAct {
    CHANGE("be changed"),
    UNITS("get other units"),
    BARCODES("get other barcodes");

    private final String words;

    Act(String words) {
      this.words = words;
    }

    @Override
    public String words() {
      return words;
    }
  }

  /** Where an item stands in its life. */
  public enum Status {
    /** Not ready to be ordered. */
    DEVELOPMENT,
    ACTIVE,
    /** Not ordered any more; what is there goes out. */
    DISCONTINUED
  }

  /** What tells goods of an item apart. */
  public enum Tracking {
    NONE,
    LOT,
    SERIAL
  }

  public Item {
    name = Code.checked("name", "item name", name, 200);
    revision = revision.map(text -> Code.checked("revision", text, 20));
    materials = List.copyOf(materials);
    units = List.copyOf(units);
    barcodes = List.copyOf(barcodes);
    Set<Unit> known = units.stream().map(ItemUnit::unit).collect(Collectors.toSet());
    Problems problems =
        new Problems()
            .require(
                known.size() == units.size() && !known.contains(unit),
                "units",
                units.stream().map(ItemUnit::unit).toList(),
                "each unit once, without the item's own");
    known.add(unit);
    requireKnown(problems, "purchaseUnit", purchaseUnit, known);
    requireKnown(problems, "salesUnit", salesUnit, known);
    for (int i = 0; i < barcodes.size(); i++) {
      requireKnown(problems, "barcodes." + (i + 1) + ".unit", barcodes.get(i).unit(), known);
    }
    problems
        .require(
            barcodes.stream().map(Barcode::gtin).distinct().count() == barcodes.size(),
            "barcodes",
            barcodes.stream().map(Barcode::gtin).toList(),
            "each barcode once")
        .require(
            tracking == Tracking.NONE || kind == ItemKind.STOCKED,
            "tracking",
            tracking,
            "none of an item that is not kept in stock")
        .refuse("The item " + code + " cannot be used");
  }

  private static void requireKnown(
      Problems problems, String field, Optional<Unit> unit, Set<Unit> known) {
    unit.ifPresent(
        one -> problems.require(known.contains(one), field, one, "one of the item's units"));
  }

  /** An active item of which nothing more is known. */
  public Item(
      ItemCode code,
      String name,
      Unit unit,
      ItemKind kind,
      Optional<ItemGroupCode> group,
      List<Material> materials) {
    this(
        code,
        name,
        unit,
        kind,
        group,
        Status.ACTIVE,
        Optional.empty(),
        Tracking.NONE,
        false,
        Optional.empty(),
        Optional.empty(),
        materials,
        List.of(),
        List.of());
  }

  /** An item of no group. */
  public Item(ItemCode code, String name, Unit unit, ItemKind kind, List<Material> materials) {
    this(code, name, unit, kind, Optional.empty(), materials);
  }

  /** Goods that are bought and sold as they are. */
  public static Item stocked(ItemCode code, String name) {
    return new Item(code, name, Unit.PIECES, ItemKind.STOCKED, List.of());
  }

  public boolean isStocked() {
    return kind == ItemKind.STOCKED;
  }

  /** Whether new orders may name it. */
  public boolean isOrderable() {
    return status == Status.ACTIVE;
  }

  /** What an order of an item expects: one that {@link #isOrderable}. */
  public String expectedInOrders() {
    return status == Status.DISCONTINUED
        ? "an item that is not discontinued"
        : "an item that is released from development";
  }

  /** How one of its units converts; the item's own is 1 to 1. */
  public Optional<ItemUnit> unit(Unit named) {
    return named.equals(unit)
        ? Optional.of(ItemUnit.of(unit, 1))
        : units.stream().filter(other -> other.unit().equals(named)).findFirst();
  }

  /** So many of one of its units in its own; empty where that is not exact or the unit unknown. */
  public Optional<Quantity> inOwn(Quantity some, Unit in) {
    return unit(in).flatMap(known -> known.inOwn(some));
  }

  /** The same with these units. */
  public Item withUnits(List<ItemUnit> others) {
    return with(others, barcodes);
  }

  /** The same with these barcodes. */
  public Item withBarcodes(List<Barcode> others) {
    return with(units, others);
  }

  private Item with(List<ItemUnit> newUnits, List<Barcode> newBarcodes) {
    return new Item(
        code,
        name,
        unit,
        kind,
        group,
        status,
        revision,
        tracking,
        expires,
        purchaseUnit,
        salesUnit,
        materials,
        newUnits,
        newBarcodes);
  }
}
