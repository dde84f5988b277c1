package org.millrace.item;

import java.util.List;
import java.util.Optional;
import org.millrace.document.DocumentKind;
import org.millrace.document.mapping.Stored;
import org.millrace.shared.Code;
import org.millrace.shared.Unit;

/**
 * An item and its bill of material, which is empty unless the item is made here. Its group says how
 * its goods are valued; without one they are at moving average.
 */
public record Item(
    ItemCode code,
    String name,
    Unit unit,
    ItemKind kind,
    @Stored("item_group") Optional<ItemGroupCode> group,
    List<Material> materials) {
  /** Stored in item.item, its bill of material in item.material. */
  public static final DocumentKind<Item> KIND =
      DocumentKind.of(Item.class, "item", "item")
          .lines("materials", "item.material", "item")
          .searched("code", "name")
          .changeable()
          .build();

  public Item {
    name = Code.checked("name", "item name", name, 200);
    materials = List.copyOf(materials);
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
}
