package org.millrace.item;

import java.util.List;
import org.millrace.shared.Code;
import org.millrace.shared.Unit;

/** An item and its bill of material, which is empty unless the item is made here. */
public record Item(ItemCode code, String name, Unit unit, ItemKind kind, List<Material> materials) {
  public Item {
    name = Code.checked("item name", name, 200);
    materials = List.copyOf(materials);
  }

  /** Goods that are bought and sold as they are. */
  public static Item stocked(ItemCode code, String name) {
    return new Item(code, name, Unit.PIECES, ItemKind.STOCKED, List.of());
  }

  public boolean isStocked() {
    return kind == ItemKind.STOCKED;
  }
}
