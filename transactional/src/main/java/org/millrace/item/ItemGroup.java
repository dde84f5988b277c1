package org.millrace.item;

import org.millrace.document.DocumentKind;
import org.millrace.shared.Code;
import org.millrace.shared.Problems;

/** Items that are valued alike. */
public record ItemGroup(
    ItemGroupCode code, String name, CostingMethod costingMethod, CostingLevel costingLevel) {
  /** Stored in item.item_group. */
  public static final DocumentKind<ItemGroup> KIND =
      DocumentKind.of(ItemGroup.class, "item", "item-group")
          .searched("code", "name")
          .changeable()
          .build();

  public ItemGroup {
    name = Code.checked("name", "item group name", name, 200);
    new Problems()
        .require(
            costingMethod != CostingMethod.MONTHLY_AVERAGE || costingLevel == CostingLevel.ITEM,
            "costingLevel",
            costingLevel,
            "item: a monthly average is one of the whole company")
        .refuse("The item group " + code + " cannot be used");
  }

  /** How its items are valued. */
  public CostingRule rule() {
    return new CostingRule(costingMethod, costingLevel);
  }
}
