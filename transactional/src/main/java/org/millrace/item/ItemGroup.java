package org.millrace.item;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.millrace.document.DocumentKind;
import org.millrace.shared.Code;
import org.millrace.shared.Problems;

/**
 * Items that are valued alike. A monthly average may be cut to so many decimals of one before goods
 * leave at it, as books kept by hand do.
 */
public record ItemGroup(
    ItemGroupCode code,
    String name,
    CostingMethod costingMethod,
    CostingLevel costingLevel,
    @JsonInclude(JsonInclude.Include.NON_NULL) SupplierReturn supplierReturn,
    Optional<Integer> unitCostDecimals) {
  /** Stored in item.item_group. */
  public static final DocumentKind<ItemGroup> KIND =
      DocumentKind.of(ItemGroup.class, "item", "item-group")
          .searched("code", "name")
          .changeable()
          .build();

  private static final int MOST_DECIMALS = 6;

  public ItemGroup {
    name = Code.checked("name", "item group name", name, 200);
    boolean isMonthly = costingMethod == CostingMethod.MONTHLY_AVERAGE;
    new Problems()
        .require(
            !isMonthly || costingLevel == CostingLevel.ITEM,
            "costingLevel",
            costingLevel,
            "item: a monthly average is one of the whole company")
        .require(
            unitCostDecimals.isEmpty() || isMonthly,
            "unitCostDecimals",
            unitCostDecimals.map(String::valueOf).orElse(""),
            "none: only a monthly average is cut")
        .require(
            unitCostDecimals.filter(some -> some < 0 || some > MOST_DECIMALS).isEmpty(),
            "unitCostDecimals",
            unitCostDecimals.map(String::valueOf).orElse(""),
            "0 to " + MOST_DECIMALS)
        .refuse("The item group " + code + " cannot be used");
  }

  /** How its items are valued. */
  public CostingRule rule() {
    return new CostingRule(costingMethod, costingLevel, supplierReturn, unitCostDecimals);
  }
}
